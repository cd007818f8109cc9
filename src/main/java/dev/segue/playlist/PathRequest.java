package dev.segue.playlist;

import dev.segue.index.IndexedTrack;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;

/**
 * A walk from one song to another, or to another recording of it.
 *
 * @param from where it begins
 * @param to where it ends
 * @param steps how many tracks it has, both ends included, 2 to {@value #MOST_STEPS}
 * @param space through which it goes
 * @param filter which tracks may lie between
 * @param versions which tracks of one recording may be taken; never two of them
 */
public record PathRequest(
    IndexedTrack from,
    IndexedTrack to,
    int steps,
    FeatureSpace space,
    TrackFilter filter,
    Versions versions) {
  /** The most tracks. */
  public static final int MOST_STEPS = 100;

  /**
   * Checks the length.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public PathRequest {
    RequestException.checkCount("steps", steps, 2, MOST_STEPS);
    if (from.ordinal() == to.ordinal()) {
      throw RequestException.invalid(
          "to",
          "from and to are both '%s'; name another song to go to.".formatted(to.track().id()));
    }
  }
}
