package dev.segue.search;

import dev.segue.query.TrackFilter;

/**
 * Some of a question that was taken for a wish about the sound, the length or the kind of the
 * music.
 *
 * @param text as it was typed
 * @param start where in the question it stands, in characters
 * @param end behind it
 * @param meaning in words of the API, such as {@code valence at most 0.3}
 * @param filter the tracks that are so
 */
public record Understood(String text, int start, int end, String meaning, TrackFilter filter) {}
