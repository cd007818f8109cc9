package dev.segue.recommend;

import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;

/**
 * What is wanted like a track.
 *
 * @param space in which likeness is measured
 * @param k how many tracks, 1 to {@value #MAX_K}
 * @param filter which tracks may be answered
 * @param versions which tracks of one recording may be answered; with {@link Versions#ONE}, no
 *     version of the track itself
 */
public record SimilarRequest(FeatureSpace space, int k, TrackFilter filter, Versions versions) {
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
    return new SimilarRequest(space, k, TrackFilter.EVERYTHING, versions(space));
  }

  /** What is answered where nobody asks for it: published spaces answer as published. */
  public static Versions versions(FeatureSpace space) {
    return FeatureSpace.PUBLISHED.contains(space) ? Versions.ALL : Versions.ONE;
  }
}
