package dev.segue.index;

import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.VectorSpace;
import java.util.Set;

/**
 * A point in a feature space whose neighbours are wanted.
 *
 * @param space one that the index was built with
 * @param vector {@code float[d]} as {@link dev.segue.vector.FittedSpace#vector} makes it; not
 *     copied
 * @param k how many neighbours, at least 1
 * @param filter which tracks may be answered
 * @param versions which tracks of one recording may be answered
 * @param excluded the ordinals of tracks that may not be answered, such as the one asked about;
 *     with {@link Versions#ONE}, no version of their recordings; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a point is never compared, and a copy would cost
public record NearestQuery(
    VectorSpace space,
    float[] vector,
    int k,
    TrackFilter filter,
    Versions versions,
    Set<Integer> excluded) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException naming what is wrong, the value and the limit
   */
  public NearestQuery {
    if (k < 1) {
      throw new IllegalArgumentException("k is %d, must be at least 1".formatted(k));
    }
    if (vector.length != space.dimension()) {
      throw new IllegalArgumentException(
          "a vector of %d numbers, but %s has %d dimensions"
              .formatted(vector.length, space.name(), space.dimension()));
    }
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("the vector holds %s, must be finite".formatted(value));
      }
    }
  }
}
