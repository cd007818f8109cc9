package dev.segue.cli;

import dev.segue.cli.ReportTable.Cell;
import dev.segue.evaluate.Difference;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.protocol.Contest;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.ranking.Measure;
import dev.segue.evaluate.ranking.RankingReport;
import dev.segue.evaluate.ratings.RatingsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was learned from listening, as tables.
 *
 * @param question that they answer, as a page is headed
 * @param title what was measured, in one line
 */
record ListeningTables(String question, String title, List<ReportTable> tables) {
  static ListeningTables of(RatingsReport report) {
    ReportTable models = new ReportTable("", "RMSE (95 %)", "MAE (95 %)", "training");
    for (RatingsReport.OfModel row : report.models()) {
      models.row(
          Cell.text(row.model()),
          Cell.of(row.rmse()),
          Cell.of(row.mae()),
          seconds(row.trainSeconds()));
    }
    String title =
        "%s: %,d ratings of %,d users and %,d items predicted, %s, seed %d"
            .formatted(
                report.data(),
                report.tested(),
                report.users(),
                report.items(),
                splits(report.splits()),
                report.seed());
    return of(
        title,
        List.of(models),
        report.differences(),
        report.models(),
        report.untrained(),
        RatingsReport.OfModel::tuned,
        "RMSE");
  }

  static ListeningTables of(RankingReport report) {
    String at = "@" + report.k();
    ReportTable accuracy =
        new ReportTable(
            "",
            "precision" + at + " (95 %)",
            "recall" + at + " (95 %)",
            "nDCG" + at + " (95 %)",
            "MAP" + at,
            "MRR" + at,
            "F1" + at,
            "hit rate" + at);
    ReportTable beyond =
        new ReportTable(
            "",
            "coverage",
            "Gini",
            "novelty, bits",
            "diversity",
            "serendipity",
            "popularity",
            "training",
            "p50 a list");
    for (RankingReport.OfModel row : report.models()) {
      Map<String, Estimate> measures = row.measures();
      accuracy.row(
          Cell.text(row.model()),
          Cell.of(measures.get(Measure.PRECISION.key())),
          Cell.of(measures.get(Measure.RECALL.key())),
          Cell.of(measures.get(Measure.NDCG.key())),
          value(measures, Measure.MAP),
          value(measures, Measure.MRR),
          value(measures, Measure.F1),
          value(measures, Measure.HIT_RATE));
      beyond.row(
          Cell.text(row.model()),
          Cell.number(row.spread().coverage()),
          Cell.number(row.spread().gini()),
          Cell.of("%.2f", measures.get(Measure.NOVELTY.key()).value()),
          value(measures, Measure.DIVERSITY),
          value(measures, Measure.SERENDIPITY),
          value(measures, Measure.POPULARITY),
          seconds(row.trainSeconds()),
          Cell.text(BenchLines.time(row.p50Micros())));
    }
    String title =
        "%s: %,d lists of %d for %,d users and %,d items, %s, seed %d"
            .formatted(
                report.data(),
                report.lists(),
                report.k(),
                report.users(),
                report.items(),
                splits(report.splits()),
                report.seed());
    return of(
        title,
        List.of(accuracy, beyond),
        report.differences(),
        report.models(),
        report.untrained(),
        RankingReport.OfModel::tuned,
        "nDCG" + at);
  }

  private static <M> ListeningTables of(
      String title,
      List<ReportTable> measured,
      List<Difference> differences,
      List<M> models,
      List<Contest.Untrained> untrained,
      Function<M, Entrant.Found> tuned,
      String loss) {
    List<ReportTable> tables = new ArrayList<>(measured);
    if (!differences.isEmpty()) {
      ReportTable compared =
          new ReportTable(
              "less the first",
              "difference (95 %)",
              "p, corrected for %d (Holm)".formatted(differences.size()));
      for (Difference each : differences) {
        compared.row(
            Cell.text(each.what()), Cell.of(each.difference()), Cell.of("%.4f", each.pValue()));
      }
      tables.add(compared);
    }
    ReportTable found = new ReportTable("best settings", loss + " in validation");
    for (M model : models) {
      if (tuned.apply(model) != null) {
        found.row(
            Cell.text(tuned.apply(model).settings()),
            Cell.number(Math.abs(tuned.apply(model).loss())));
      }
    }
    if (!found.rows().isEmpty()) {
      tables.add(found);
    }
    if (!untrained.isEmpty()) {
      ReportTable leftOut = new ReportTable("not trained", "");
      untrained.forEach(each -> leftOut.row(Cell.text(each.model()), Cell.text(each.reason())));
      tables.add(leftOut);
    }
    return new ListeningTables("how good are models?", title, tables);
  }

  private static Cell value(Map<String, Estimate> measures, Measure measure) {
    return Cell.number(measures.get(measure.key()).value());
  }

  private static Cell seconds(double seconds) {
    return Cell.of("%.2f s", seconds);
  }

  private static String splits(int splits) {
    return splits == 1 ? "one split" : "mean of " + splits + " splits";
  }

  void write(Output out) {
    out.line("%s", title);
    tables.forEach(table -> table.write(out));
  }
}
