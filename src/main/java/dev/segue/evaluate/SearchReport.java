package dev.segue.evaluate;

import java.util.List;

/**
 * How many known items were found.
 *
 * @param tracks in the index
 * @param seed of the random choice of tracks and typos
 * @param half of which half of the catalogue the tracks are, or {@code null}
 * @param differences of the second setting from the first, when there are two
 */
public record SearchReport(
    int tracks, long seed, String half, List<OfSetting> settings, List<Difference> differences) {
  /** Copies. */
  public SearchReport {
    settings = List.copyOf(settings);
    differences = List.copyOf(differences);
  }

  /**
   * What was found under one setting.
   *
   * @param kinds those of which there was a question
   */
  public record OfSetting(String setting, List<Row> kinds) {}

  /**
   * One kind of question.
   *
   * @param kind its label
   * @param success1 the share of questions whose first track is the one meant, or a copy of it
   * @param success3 the same for the first three
   * @param success10 the same for the first ten
   * @param mrr the mean of 1 / rank of the first such track among ten, 0 without one
   * @param p50Micros half of the answers took no longer; by nearest rank
   */
  public record Row(
      String kind,
      int queries,
      Estimate success1,
      Estimate success3,
      Estimate success10,
      Estimate mrr,
      double p50Micros,
      double p99Micros) {}
}
