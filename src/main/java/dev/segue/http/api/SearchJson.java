package dev.segue.http.api;

import java.util.List;

/**
 * What a search found.
 *
 * @param query as it was asked
 * @param total on all pages together
 * @param nextCursor asks for the next page, {@code null} on the last
 */
public record SearchJson(String query, long total, List<HitJson> tracks, String nextCursor) {}
