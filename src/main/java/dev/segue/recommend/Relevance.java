package dev.segue.recommend;

import java.util.List;

/** How well a track fits several seeds at once, by its place. Immutable. */
sealed interface Relevance permits Rocchio, BestScore {
  /** The places near which tracks are looked for, {@code float[d]}. */
  List<float[]> points();

  /** The relevance of a place; higher is better, 1 at most. */
  double of(float[] vector);

  /** A place and how much it counts, above 0. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Weighted(float[] vector, double weight) {}
}
