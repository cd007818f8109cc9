package dev.segue.search;

import dev.segue.query.RequestException;

/**
 * Something half typed.
 *
 * @param q at most {@value SearchRequest#MAX_LENGTH} characters
 * @param limit how many suggestions, 1 to {@value #MAX_LIMIT}
 */
public record SuggestRequest(String q, int limit) {
  /** The most suggestions. */
  public static final int MAX_LIMIT = 20;

  /**
   * Checks length and limit.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public SuggestRequest {
    SearchRequest.checkText(q);
    RequestException.checkCount("limit", limit, 1, MAX_LIMIT);
  }
}
