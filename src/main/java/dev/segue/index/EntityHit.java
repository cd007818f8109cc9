package dev.segue.index;

/**
 * An artist or an album that was found by its tracks.
 *
 * @param id as {@link dev.segue.query.Entity} derives it
 * @param tracks how many of them were found, versions of one recording each for itself
 * @param ordinal of the most popular of these, of equally popular ones the first
 */
public record EntityHit(String id, int tracks, int ordinal) {}
