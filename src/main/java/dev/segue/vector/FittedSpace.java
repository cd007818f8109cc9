package dev.segue.vector;

import dev.segue.catalog.Track;
import java.util.Optional;

/**
 * A feature space with the scaling that it learned from the tracks of an index: turns any track,
 * from inside or outside, into a vector.
 *
 * @param space what counts
 * @param scaler as many columns as the space
 */
public record FittedSpace(FeatureSpace space, StandardScaler scaler) {

  /**
   * Checks that both speak of as many columns.
   *
   * @throws IllegalArgumentException with both numbers when they do not
   */
  public FittedSpace {
    if (space.dimension() != scaler.means().size()) {
      throw new IllegalArgumentException(
          "%s has %d columns, its scaler has %d"
              .formatted(space.name(), space.dimension(), scaler.means().size()));
    }
  }

  /**
   * The track's {@code float[d]}: standardised in double precision, of unit length in a cosine
   * space. Empty when the track lacks a column, or when it stands exactly on the mean of a cosine
   * space: it has no direction there and is similar to nothing.
   */
  public Optional<float[]> vector(Track track) {
    double[] row = row(space, track);
    if (row == null) {
      return Optional.empty();
    }
    scaler.apply(row);
    double divisor = space.metric() == Metric.COSINE ? length(row) : 1;
    if (divisor == 0) {
      return Optional.empty();
    }
    float[] vector = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      vector[i] = (float) (row[i] / divisor);
    }
    return Optional.of(vector);
  }

  /** The raw columns of a track, or {@code null} when it lacks one. */
  static double[] row(FeatureSpace space, Track track) {
    double[] row = new double[space.dimension()];
    for (int i = 0; i < row.length; i++) {
      row[i] = space.columns().get(i).value().applyAsDouble(track);
      if (Double.isNaN(row[i])) {
        return null;
      }
    }
    return row;
  }

  private static double length(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
