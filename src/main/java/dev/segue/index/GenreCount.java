package dev.segue.index;

/**
 * A genre and how many tracks it has.
 *
 * @param name as the catalogue spells it
 * @param tracks at least 1
 */
public record GenreCount(String name, int tracks) {}
