/**
 * Ranked answers. A {@link dev.segue.rank.Hit} says what was found and why it stands where it
 * stands, a {@link dev.segue.rank.ScoredTrack} is one with its track; {@link dev.segue.rank.Fusion}
 * makes one answer of several. Immutable values; nothing here knows where tracks come from.
 *
 * <p>Ranked answers are totally ordered: by score, best first, then by ordinal, the track's
 * position in the catalogue.
 */
package dev.segue.rank;
