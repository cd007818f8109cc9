package dev.segue.evaluate;

import java.util.List;

/**
 * How well judged questions were answered.
 *
 * @param queries that were judged
 * @param differences of the second setting from the first, when there are two
 */
public record JudgedReport(int queries, List<OfSetting> settings, List<Difference> differences) {
  /** Copies. */
  public JudgedReport {
    settings = List.copyOf(settings);
    differences = List.copyOf(differences);
  }

  /**
   * The means over all questions, under one setting.
   *
   * @param ndcg10 see {@link RankingMetrics#ndcg}
   * @param map of the first hundred, see {@link RankingMetrics#averagePrecision}
   * @param precision10 see {@link RankingMetrics#precision}
   */
  public record OfSetting(String setting, Estimate ndcg10, Estimate map, Estimate precision10) {}
}
