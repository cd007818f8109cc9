package dev.segue.recommend;

import dev.segue.query.RequestException;
import java.util.Optional;

/**
 * A page of what fits a mix of wishes.
 *
 * @param k how many tracks, 1 to {@value SimilarRequest#MAX_K}
 * @param cursor {@link Recommendation#nextCursor} of the page before
 */
public record RecommendationRequest(Wishes wishes, int k, Optional<String> cursor) {
  /**
   * Checks the length.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public RecommendationRequest {
    RequestException.checkCount("k", k, 1, SimilarRequest.MAX_K);
  }
}
