/**
 * Tracks in an order: {@link dev.segue.playlist.PlaylistMaker} makes playlists that flow, {@link
 * dev.segue.playlist.PathFinder} finds walks from one song to another. Read {@code Transition} and
 * {@code EnergyCurve} first, then {@code TrackPool}, which gathers, and {@code Arrangement}, which
 * chooses and puts in order.
 *
 * <p>What is public is thread-safe. What fits a mix of wishes is not decided here; see {@code
 * recommend}.
 */
package dev.segue.playlist;
