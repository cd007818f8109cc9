package dev.segue.cli;

import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.JudgedReport;
import dev.segue.evaluate.SearchReport;
import java.util.List;
import java.util.Locale;

/** How good answers are, as tables. */
final class EvaluationLines {
  private final Output out;

  EvaluationLines(Output out) {
    this.out = out;
  }

  void write(SearchReport report) {
    out.line(
        "%,d tracks%s; questions of seed %d",
        report.tracks(), report.half() == null ? "" : ", half " + report.half(), report.seed());
    for (SearchReport.OfSetting ofSetting : report.settings()) {
      out.line("");
      out.line(
          "%-34s%8s  %-18s%7s%7s%7s%10s%10s",
          ofSetting.setting(), "number", "success@1 (95 %)", "@3", "@10", "MRR", "p50", "p99");
      for (SearchReport.Row row : ofSetting.kinds()) {
        out.line(
            "%-34s%,8d  %-18s%7s%7s%7s%10s%10s",
            row.kind(),
            row.queries(),
            interval(row.success1()),
            share(row.success3().value()),
            share(row.success10().value()),
            share(row.mrr().value()),
            BenchLines.time(row.p50Micros()),
            BenchLines.time(row.p99Micros()));
      }
    }
    write("MRR", report.differences());
  }

  void write(JudgedReport report) {
    out.line("%,d judged questions", report.queries());
    out.line("");
    out.line("%-34s%-20s%-20s%-20s", "", "nDCG@10 (95 %)", "MAP", "P@10");
    for (JudgedReport.OfSetting row : report.settings()) {
      out.line(
          "%-34s%-20s%-20s%-20s",
          row.setting(), interval(row.ndcg10()), interval(row.map()), interval(row.precision10()));
    }
    write("the measure", report.differences());
  }

  private void write(String measure, List<SearchReport.Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    out.line("");
    out.line("%-34s%-24s%8s", "second less first", measure + " (95 %)", "p");
    for (SearchReport.Difference each : differences) {
      out.line(
          "%-34s%-24s%8s",
          each.what(),
          interval(each.difference()),
          String.format(Locale.ROOT, "%.4f", each.pValue()));
    }
  }

  private static String interval(Estimate estimate) {
    return "%s %s–%s"
        .formatted(share(estimate.value()), share(estimate.low()), share(estimate.high()));
  }

  /** Such as {@code .985}. */
  private static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share).replaceFirst("^(-?)0", "$1");
  }
}
