package dev.segue.index.lucene;

import dev.segue.vector.Metric;

/**
 * Distances as Lucene's similarities, as {@link org.apache.lucene.index.VectorSimilarityFunction}
 * has them: {@code 1 / (1 + d²)} for euclidean distances, {@code (1 + cos) / 2 = (2 − d) / 2} for
 * cosine. There is none for manhattan.
 */
final class Similarities {
  /** More than a similarity in single precision, of some thirty dimensions, can be off. */
  private static final double ROUNDING = 1e-5;

  private Similarities() {}

  /** The similarity of two vectors: at least 0, and about 1 at most. */
  static double ofDistance(Metric metric, double distance) {
    return switch (metric) {
      case EUCLIDEAN -> 1 / (1 + distance * distance);
      case COSINE -> Math.max(0, (2 - distance) / 2);
      case MANHATTAN, INNER_PRODUCT -> throw none(metric);
    };
  }

  /** Farther than this is no vector of at least a similarity in single precision. */
  static double greatestDistance(Metric metric, double similarity) {
    double least = similarity - ROUNDING;
    if (!(least > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    return switch (metric) {
      case EUCLIDEAN -> Math.sqrt(1 / least - 1);
      case COSINE -> 2 - 2 * least;
      case MANHATTAN, INNER_PRODUCT -> throw none(metric);
    };
  }

  private static IllegalArgumentException none(Metric metric) {
    return new IllegalArgumentException("Lucene has no similarity for " + metric.label());
  }
}
