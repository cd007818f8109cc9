package dev.segue.index.lucene;

import dev.segue.vector.Metric;
import dev.segue.vector.NeighbourTree;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.util.Bits;

/**
 * Hands what a tree finds to a collector of Lucene's: points become documents, distances become
 * {@link Similarities}.
 */
final class TreeVisitor implements NeighbourTree.Visitor {
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
    return Similarities.greatestDistance(metric, collector.minCompetitiveSimilarity());
  }

  @Override
  public boolean accepts(int point) {
    return accepted == null || accepted.get(vectors.ordToDoc(point));
  }

  @Override
  public void found(int point, double distance) {
    collector.collect(vectors.ordToDoc(point), (float) Similarities.ofDistance(metric, distance));
  }

  /** The block that reaches the collector's limit is the last, and counts only up to it. */
  @Override
  public boolean visited(int points) {
    long left = collector.visitLimit() - collector.visitedCount();
    collector.incVisitedCount((int) Math.min(points, left));
    return !collector.earlyTerminated();
  }
}
