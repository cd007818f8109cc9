package dev.segue.vector;

/**
 * How large the sum of differences of a point may be, in single precision, for its distance to
 * count: never less than what exact arithmetic would say.
 *
 * <p>A sum of d squared (or absolute) differences is off by less than {@code (d + 3)·2⁻²⁴} of
 * itself (Higham 2002, "Accuracy and stability of numerical algorithms", §3.1); limits are raised
 * by more than two sums can be off.
 *
 * <p>For cosine, {@code ‖q − x‖² = ‖q‖² + ‖x‖² − 2·q·x}, so that {@code 1 − q·x ≤ D} asks for
 * {@code ‖q − x‖² ≤ 2·D + (‖q‖² − 1) + (‖x‖² − 1)}; and of two points the nearer by cosine can be
 * the farther by as much as their squared lengths differ. Both are some 10⁻⁷ for vectors of unit
 * length, and are counted in, as is the rounding of the dot product in double precision. Turning
 * vectors rounds each by less than 2⁻²⁴ of its length.
 */
final class SumLimits {
  private final Metric metric;
  private final double relative;
  private final double queryExcess;
  private final double greatestExcess;
  private final double lengths;
  private final double turning;
  private final double absolute;

  SumLimits(NeighbourTreeShape shape, double querySquaredLength) {
    metric = shape.metric();
    relative = 1 + (shape.dimension() + 4) * 0x1p-22;
    queryExcess = querySquaredLength - 1;
    greatestExcess = shape.greatest() - 1;
    lengths = metric == Metric.COSINE ? shape.greatest() - shape.least() : 0;
    absolute = metric == Metric.COSINE ? (shape.dimension() + 4) * 0x1p-50 : 0;
    turning =
        shape.axes().length == 0
            ? 0
            : 0x1p-21 * Math.sqrt(Math.max(querySquaredLength, shape.greatest()));
  }

  /** The largest sum of a point that may be as near as one with this sum. */
  float ofSum(float sum) {
    return raised(sum + lengths + absolute);
  }

  /** The largest sum of a point that may be within a distance. */
  float ofDistance(double distance) {
    return raised(
        switch (metric) {
          case EUCLIDEAN -> distance * distance;
          case MANHATTAN -> distance;
          case INNER_PRODUCT -> throw new IllegalArgumentException("no tree has " + metric.label());
          case COSINE -> Math.max(0, 2 * distance + queryExcess + greatestExcess) + absolute;
        });
  }

  private float raised(double sum) {
    double turned = turning == 0 ? sum : Math.pow(Math.sqrt(sum) + turning, 2);
    return (float) (turned * relative) + Float.MIN_NORMAL;
  }
}
