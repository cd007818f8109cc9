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
   * That space, as it was fitted.
   *
   * @throws IllegalArgumentException with its name when it is not among these
   */
  public static FittedSpace of(FeatureSpace space, List<FittedSpace> fitted) {
    return fitted.stream()
        .filter(each -> each.space().equals(space))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not in this index: " + space.name()));
  }

  /**
   * The track's {@code float[d]}: scaled and weighted in double precision, of unit length in a
   * cosine space. Empty when the track lacks a column, or when it stands exactly on the mean of a
   * cosine space: it has no direction there and is similar to nothing.
   */
  public Optional<float[]> vector(Track track) {
    double[] row = row(space, FeatureValues.of(track));
    return row == null ? Optional.empty() : space.metric().vector(scaled(row));
  }

  /**
   * The vector of something of which only some numbers are known, each column that lacks one at its
   * middle; empty when it stands at the middle of a cosine space.
   */
  public Optional<float[]> typical(FeatureValues values) {
    double[] point = scaled(row(space.columns(), values));
    for (int i = 0; i < point.length; i++) {
      point[i] = isKnown(i, values) ? point[i] : 0;
    }
    return space.metric().vector(point);
  }

  /**
   * A vector, moved to where some numbers stand: along every column that is made of these alone.
   *
   * @return the vector itself where that leaves nothing
   */
  public float[] moved(float[] vector, FeatureValues values) {
    double[] row = scaled(row(space.columns(), values));
    // A unit vector's columns are so much shorter than those of a track, on average.
    double shrink = space.metric() == Metric.COSINE ? Math.sqrt(row.length) : 1;
    double[] point = new double[row.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = isKnown(i, values) ? row[i] / shrink : vector[i];
    }
    return space.metric().vector(point).orElse(vector);
  }

  private boolean isKnown(int column, FeatureValues values) {
    return space.columns().get(column).fields().stream()
        .noneMatch(field -> Double.isNaN(values.of(field)));
  }

  private double[] scaled(double[] row) {
    double[] scaled = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      scaled[i] = space.columns().get(i).weight() * scalers.get(i).apply(row[i]);
    }
    return scaled;
  }

  /** The raw columns of a track, or {@code null} when it lacks one that cannot be done without. */
  static double[] row(FeatureSpace space, FeatureValues values) {
    double[] row = row(space.columns(), values);
    for (int i = 0; i < row.length; i++) {
      if (Double.isNaN(row[i]) && space.columns().get(i).scaling() != Scaling.NORMAL_SCORES) {
        return null;
      }
    }
    return row;
  }

  private static double[] row(List<FeatureColumn> columns, FeatureValues values) {
    return columns.stream().mapToDouble(column -> column.value().applyAsDouble(values)).toArray();
  }
}
