package dev.segue.search;

import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import java.util.Optional;

/**
 * Words to look for, and how to answer.
 *
 * @param q what was typed, at most {@value #MAX_LENGTH} characters; blank lists every track
 * @param filter which tracks may be answered
 * @param sort in which order
 * @param limit how many on a page, 1 to {@value #MAX_LIMIT}
 * @param cursor {@link SearchResult#nextCursor} of the page before
 */
public record SearchRequest(
    String q, TrackFilter filter, TrackSort sort, int limit, Optional<String> cursor) {
  /** The longest text that is searched for. */
  public static final int MAX_LENGTH = 500;

  /** The longest page. */
  public static final int MAX_LIMIT = 100;

  /**
   * Checks length and limit.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public SearchRequest {
    checkText(q);
    RequestException.checkCount("limit", limit, 1, MAX_LIMIT);
  }

  static void checkText(String q) {
    if (q.length() > MAX_LENGTH) {
      throw RequestException.invalid(
          "q", "q has %d characters, allowed are %d.".formatted(q.length(), MAX_LENGTH));
    }
  }
}
