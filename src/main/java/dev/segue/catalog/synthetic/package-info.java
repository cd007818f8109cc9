/**
 * Invented music: a reproducible, endless catalogue to try things on without anybody's data.
 *
 * <p>Read {@link dev.segue.catalog.synthetic.SyntheticCatalog} first, then follow one artist: the
 * {@code Roster} knows who they are, the {@code Discography} what they released, the {@code Studio}
 * records songs and {@code Reissues} brings them out again. How it sounds is {@code Trait}, {@code
 * Profile} and {@code Sound}; how it is called is {@code Phrasebook}. The facts stand in resources:
 * {@code genres.txt}, one line a genre, and {@code voices/}, one word list a language or manner.
 *
 * <p>Everything follows from the seed and an artist's number by hashing ({@code Dice}), so nothing
 * grows with the catalogue. Only arithmetic that Java specifies to the bit is used: the same seed
 * gives the same bytes on every JDK.
 *
 * <p>Tracks imitate distributions, not listeners: there is no taste in them to learn from. {@code
 * SyntheticListeners} invents people who have some.
 */
package dev.segue.catalog.synthetic;
