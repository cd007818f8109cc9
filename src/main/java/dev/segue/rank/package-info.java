/**
 * Ranked answers. A {@link dev.segue.rank.ScoredTrack} says what was found and why it stands where
 * it stands; {@link dev.segue.rank.Fusion} makes one answer of several. Immutable values; nothing
 * here knows where tracks come from.
 *
 * <p>Ranked answers are totally ordered: by score, best first, then by ordinal, the track's
 * position in the catalogue.
 */
package dev.segue.rank;
