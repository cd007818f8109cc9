package dev.segue.recommend;

import java.util.List;

/** How well a track fits several seeds at once, by its place. Immutable. */
sealed interface Relevance permits Rocchio, BestScore {
  /** The places near which tracks are looked for, {@code float[d]}. */
  List<float[]> points();

  /**
   * The most relevance that a place can have which is at least so far from a point, and no nearer
   * to the others.
   *
   * @param point its position among the {@link #points}
   */
  double bound(int point, double distance);

  /** The relevance of a place; higher is better, 1 at most. */
  double of(float[] vector);

  /** A place and how much it counts, above 0. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Weighted(float[] vector, double weight) {}
}
