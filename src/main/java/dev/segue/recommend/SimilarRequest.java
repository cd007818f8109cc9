package dev.segue.recommend;

import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.vector.FeatureSpace;

/**
 * What is wanted like a track.
 *
 * @param space in which likeness is measured
 * @param k how many tracks, 1 to {@value #MAX_K}
 * @param filter which tracks may be answered
 */
public record SimilarRequest(FeatureSpace space, int k, TrackFilter filter) {
  /** The longest answer. */
  public static final int MAX_K = 100;

  /**
   * Checks k.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public SimilarRequest {
    RequestException.checkCount("k", k, 1, MAX_K);
  }

  /** A question without filters. */
  public static SimilarRequest unfiltered(FeatureSpace space, int k) {
    return new SimilarRequest(space, k, TrackFilter.EVERYTHING);
  }
}
