package dev.segue.vector;

import dev.segue.catalog.Track;
import java.util.List;
import java.util.Optional;

/**
 * A feature space with the scaling that it learned from the tracks of an index: turns any track,
 * from inside or outside, into a vector.
 *
 * @param space what counts
 * @param scalers one a column
 */
public record FittedSpace(FeatureSpace space, List<Scaler> scalers) {

  /**
   * Copies, and checks that there are as many scalers as columns.
   *
   * @throws IllegalArgumentException with both numbers when there are not
   */
  public FittedSpace {
    scalers = List.copyOf(scalers);
    if (space.dimension() != scalers.size()) {
      throw new IllegalArgumentException(
          "%s has %d columns, but %d scalers"
              .formatted(space.name(), space.dimension(), scalers.size()));
    }
  }

  /**
   * The track's {@code float[d]}: scaled and weighted in double precision, of unit length in a
   * cosine space. Empty when the track lacks a column, or when it stands exactly on the mean of a
   * cosine space: it has no direction there and is similar to nothing.
   */
  public Optional<float[]> vector(Track track) {
    double[] row = row(space, FeatureValues.of(track));
    if (row == null) {
      return Optional.empty();
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = space.columns().get(i).weight() * scalers.get(i).apply(row[i]);
    }
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

  /** The raw columns of a track, or {@code null} when it lacks one that cannot be done without. */
  static double[] row(FeatureSpace space, FeatureValues values) {
    double[] row = new double[space.dimension()];
    for (int i = 0; i < row.length; i++) {
      FeatureColumn column = space.columns().get(i);
      row[i] = column.value().applyAsDouble(values);
      if (Double.isNaN(row[i]) && column.scaling() != Scaling.NORMAL_SCORES) {
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
