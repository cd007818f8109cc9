package dev.segue.listening;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a listening history: somebody did something with a track, which is named by an id, or
 * by its artist and title, or both.
 *
 * @param trackId empty where it has none
 * @param artist empty where it has none
 * @param title empty where it has none
 * @param plays how often, at least 1
 * @param at when, where that is known
 * @param type what was done, as an event says it; empty for a play
 * @param timeOfDay as an event says it; empty where nobody said
 */
public record Listen(
    String user,
    String trackId,
    String artist,
    String title,
    int plays,
    Optional<Instant> at,
    String type,
    String timeOfDay) {}
