package dev.segue.index.lucene;

import dev.segue.vector.Metric;
import dev.segue.vector.NeighbourTree;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.Bits;

/**
 * Hands what a tree finds to a collector of Lucene's: points become documents, distances become
 * similarities as {@link org.apache.lucene.index.VectorSimilarityFunction} has them, {@code 1 / (1
 * + d²)} for euclidean ones and {@code (1 + cos) / 2 = (2 − d) / 2} for cosine.
 */
final class TreeVisitor implements NeighbourTree.Visitor {
  /** More than a similarity in single precision can be off. */
  private static final double ROUNDING = 1e-6;

  private final KnnCollector collector;
  private final Metric metric;
  private final FloatVectorValues vectors;
  private final Bits accepted;

  /**
   * A visitor for one search.
   *
   * @param accepted which documents may be collected, {@code null} for all
   */
  TreeVisitor(KnnCollector collector, Metric metric, FloatVectorValues vectors, Bits accepted) {
    this.collector = collector;
    this.metric = metric;
    this.vectors = vectors;
    this.accepted = accepted;
  }

  /** Beyond this distance, the collector wants nothing. */
  double maxDistance() {
    double similarity = collector.minCompetitiveSimilarity() * (1 - ROUNDING);
    if (!(similarity > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    return metric == Metric.COSINE ? 2 - 2 * similarity : Math.sqrt(1 / similarity - 1);
  }

  @Override
  public boolean accepts(int point) {
    return accepted == null || accepted.get(vectors.ordToDoc(point));
  }

  @Override
  public void found(int point, double distance) {
    double similarity =
        metric == Metric.COSINE ? Math.max(0, (2 - distance) / 2) : 1 / (1 + distance * distance);
    collector.collect(vectors.ordToDoc(point), (float) similarity);
  }

  /** The block that reaches the collector's limit is the last, and counts only up to it. */
  @Override
  public boolean visited(int points) {
    long left = collector.visitLimit() - collector.visitedCount();
    collector.incVisitedCount((int) Math.min(points, left));
    return !collector.earlyTerminated();
  }
}
