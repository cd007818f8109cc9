package dev.segue.evaluate;

import java.util.List;

/**
 * How good the twenty tracks are that fit five, by how these become one ranking.
 *
 * @param tracks in the index
 * @param seed of the random choice of tracks
 * @param differences of every further method from the first
 */
public record RecommendReport(
    int tracks, long seed, String space, List<Row> rows, List<Difference> differences) {
  /** Copies. */
  public RecommendReport {
    rows = List.copyOf(rows);
    differences = List.copyOf(differences);
  }

  /**
   * One kind of mix and one method.
   *
   * @param mix what the five have in common
   * @param queries how many mixes
   * @param artist20 the share of the twenty by the artist of the five, {@code null} where they have
   *     none in common
   * @param genre20 the share with a genre that the five are asked for, {@code null} where the
   *     catalogue has none
   * @param p50Micros half of the answers took no longer; by nearest rank
   */
  public record Row(
      String mix,
      String method,
      int queries,
      Estimate artist20,
      Estimate genre20,
      double p50Micros,
      double p99Micros) {}
}
