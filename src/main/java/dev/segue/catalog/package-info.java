/**
 * What a track is, and how catalogue files become tracks.
 *
 * <p>Read {@link dev.segue.catalog.Track} first, then {@link dev.segue.catalog.NumericField}, which
 * names every number of a track and its range. Everything but the reader is an immutable value and
 * safe to share between threads.
 */
package dev.segue.catalog;
