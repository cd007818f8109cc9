package dev.segue.cli;

import dev.segue.cli.ReportTable.Cell;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.experiment.ExperimentReport;
import dev.segue.evaluate.experiment.ExperimentReport.OfOutcome;
import dev.segue.evaluate.experiment.ExperimentReport.OfVariant;
import dev.segue.evaluate.experiment.Outcome;
import dev.segue.evaluate.experiment.SampleRatio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an experiment has shown, as tables. */
final class ExperimentTables {
  private ExperimentTables() {}

  static ListeningTables of(ExperimentReport report) {
    String title =
        "%s: %,d events of %,d users from %s %s, %,d users in none of its variants, seed %d"
            .formatted(
                report.experiment(),
                report.events(),
                report.variants().stream().mapToInt(OfVariant::users).sum(),
                report.from(),
                report.to() == null ? "on" : "to " + report.to(),
                report.otherUsers(),
                report.seed());
    List<ReportTable> tables =
        new ArrayList<>(List.of(variants(report.variants()), outcomes(report.variants())));
    if (!report.differences().isEmpty()) {
      tables.add(differences(report.variants().getFirst().variant(), report.differences()));
    }
    if (report.variants().size() > 1) {
      tables.add(sampleRatio(report.sampleRatio()));
    }
    return new ListeningTables("which variant is better?", title, tables);
  }

  private static ReportTable variants(List<OfVariant> variants) {
    ReportTable table = new ReportTable("", "share", "users", "parameters");
    for (OfVariant each : variants) {
      table.row(
          Cell.text(each.variant()),
          Cell.text(BigDecimal.valueOf(each.share()).stripTrailingZeros().toPlainString() + " %"),
          Cell.of("%,d", each.users()),
          Cell.text(
              each.parameters().entrySet().stream()
                  .map(Map.Entry::toString)
                  .collect(Collectors.joining(" "))));
    }
    return table;
  }

  private static ReportTable outcomes(List<OfVariant> variants) {
    List<Outcome> outcomes = List.of(Outcome.values());
    ReportTable table =
        new ReportTable(
            Stream.concat(
                    Stream.of("mean of users"), outcomes.stream().map(each -> head(each.key())))
                .toArray(String[]::new));
    for (OfVariant variant : variants) {
      table.row(
          Stream.concat(
                  Stream.of(Cell.text(variant.variant())),
                  outcomes.stream().map(each -> cell(variant.outcomes().get(each.key()))))
              .toArray(Cell[]::new));
    }
    return table;
  }

  private static String head(String outcome) {
    return words(outcome) + " (95 %)";
  }

  private static Cell cell(Estimate estimate) {
    return estimate == null ? Cell.text("–") : Cell.of(estimate);
  }

  /** Without bars, which could not be compared: each row is of another outcome. */
  private static ReportTable differences(String first, List<OfOutcome> differences) {
    ReportTable table =
        new ReportTable(
            "less " + first,
            "difference (95 %)",
            "p",
            "p of %d (Holm)".formatted(differences.size()),
            "below .05");
    for (OfOutcome each : differences) {
      table.row(
          Cell.text(each.variant() + ": " + words(each.outcome())),
          Cell.text(EvaluationLines.fine(each.difference())),
          Cell.number(each.pValue()),
          Cell.number(each.correctedPValue()),
          Cell.text(each.significant() ? "*" : ""));
    }
    return table;
  }

  /**
   * The check of the sample ratio.
   *
   * @param ratio {@code null} where it says nothing
   */
  private static ReportTable sampleRatio(SampleRatio ratio) {
    ReportTable table = new ReportTable("users as the shares say?", "chi-square", "p");
    return ratio == null
        ? table.row(Cell.text("a variant has too few to say"), Cell.text("–"), Cell.text("–"))
        : table.row(
            Cell.text(
                ratio.mismatch()
                    ? "NO: users are missing from a variant, do not trust the differences"
                    : "yes"),
            Cell.number(ratio.chiSquare()),
            Cell.of("%.2g", ratio.pValue()));
  }

  private static String words(String key) {
    return key.replace('_', ' ');
  }
}
