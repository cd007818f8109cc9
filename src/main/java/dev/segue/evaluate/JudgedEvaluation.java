package dev.segue.evaluate;

import dev.segue.query.Versions;
import dev.segue.search.SearchRequest;
import dev.segue.search.TrackSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Asks judged questions, and holds the answers against the judgements. */
public final class JudgedEvaluation {
  private static final int SHORT = 10;
  private static final List<String> MEASURES = List.of("nDCG@10", "MAP", "P@10");

  private final TrackSearch search;
  private final Judgements judgements;
  private final List<Setting> settings;
  private final long seed;

  /**
   * An evaluation.
   *
   * @param settings one, or two to compare
   * @param seed of the significance test
   */
  public JudgedEvaluation(
      TrackSearch search, Judgements judgements, List<Setting> settings, long seed) {
    this.search = search;
    this.judgements = judgements;
    this.settings = List.copyOf(settings);
    this.seed = seed;
  }

  /** Asks everything. */
  public JudgedReport run() throws IOException {
    List<double[][]> measured = new ArrayList<>();
    List<JudgedReport.OfSetting> rows = new ArrayList<>();
    for (Setting setting : settings) {
      double[][] values = measure(setting);
      measured.add(values);
      rows.add(
          new JudgedReport.OfSetting(
              setting.name(),
              Estimate.mean(values[0]),
              Estimate.mean(values[1]),
              Estimate.mean(values[2])));
    }
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < MEASURES.size() && measured.size() > 1; i++) {
      differences.add(
          Difference.of(MEASURES.get(i), measured.get(0)[i], measured.get(1)[i], new Random(seed)));
    }
    return new JudgedReport(judgements.topics().size(), rows, differences);
  }

  /** One row a measure, one column a question. */
  private double[][] measure(Setting setting) throws IOException {
    double[][] values = new double[MEASURES.size()][judgements.topics().size()];
    int question = 0;
    for (Map.Entry<String, String> topic : judgements.topics().entrySet()) {
      SearchRequest request =
          setting.request(topic.getValue(), Versions.ALL, SearchRequest.MAX_LIMIT);
      List<String> ranked =
          search.search(request).tracks().stream().map(hit -> hit.track().id()).toList();
      Map<String, Integer> grades = judgements.grades().get(topic.getKey());
      values[0][question] = RankingMetrics.ndcg(ranked, grades, SHORT);
      values[1][question] = RankingMetrics.averagePrecision(ranked, grades);
      values[2][question] = RankingMetrics.precision(ranked, grades, SHORT);
      question++;
    }
    return values;
  }
}
