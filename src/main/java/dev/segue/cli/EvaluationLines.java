package dev.segue.cli;

import dev.segue.evaluate.Difference;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.JudgedReport;
import dev.segue.evaluate.PlaylistReport;
import dev.segue.evaluate.RecommendReport;
import dev.segue.evaluate.SearchReport;
import dev.segue.evaluate.SimilarReport;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

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

  void write(SimilarReport report) {
    out.line(
        "%,d recordings%s; the ten most like %,d tracks of seed %d",
        report.recordings(),
        report.half() == null ? "" : ", half " + report.half() + " of the artists",
        report.queries(),
        report.seed());
    out.line("");
    measure(report, "", SimilarReport.Row::space);
    measure(report, "artist@10 (95 %)", row -> fine(row.artist10()));
    measure(report, "album@10", row -> fine(row.album10()));
    measure(report, "genre@10", row -> fine(row.genre10()));
    measure(report, "same recording, unfolded", row -> fine(row.sameRecording10()));
    measure(report, "artists among ten", row -> interval("%.2f", row.artists10()));
    measure(report, "coverage of recordings", row -> fine(row.coverage()));
    measure(report, "hubness (skewness)", row -> interval("%.2f", row.hubness()));
    measure(report, "popularity bias, points", row -> interval("%+.2f", row.popularityBias()));
    measure(report, "p50", row -> BenchLines.time(row.p50Micros()));
    write("mean", report.differences());
  }

  void write(RecommendReport report) {
    out.line(
        "%,d tracks, %s; twenty for each mix of five, of seed %d",
        report.tracks(), report.space(), report.seed());
    out.line("");
    out.line(
        "%-30s%-12s%8s  %-22s%-22s%10s%10s",
        "", "method", "number", "artist@20 (95 %)", "genre@20 (95 %)", "p50", "p99");
    for (RecommendReport.Row row : report.rows()) {
      out.line(
          "%-30s%-12s%,8d  %-22s%-22s%10s%10s",
          row.mix(),
          row.method(),
          row.queries(),
          fine(row.artist20()),
          fine(row.genre20()),
          BenchLines.time(row.p50Micros()),
          BenchLines.time(row.p99Micros()));
    }
    write("mean", report.differences());
  }

  void write(PlaylistReport report) {
    out.line(
        "%,d tracks, %s; for three tracks each, of seed %d",
        report.tracks(), report.space(), report.seed());
    out.line("");
    cells(
        "playlist",
        "number",
        "off curve (95 %)",
        "keys together",
        "tempo steps, %",
        "off length, s",
        "shorter",
        "p50",
        "p99");
    for (PlaylistReport.Row row : report.playlists()) {
      cells(
          row.playlist(),
          "%,d".formatted(row.queries()),
          interval(row.offCurve()),
          interval("%.2f", row.compatibleKeys()),
          interval("%.2f", row.tempoStepPercent()),
          interval("%.1f", row.offSeconds()),
          interval("%.2f", row.shorter()),
          BenchLines.time(row.p50Micros()),
          BenchLines.time(row.p99Micros()));
    }
    out.line("");
    cells(
        "path",
        "number",
        "unevenness (95 %)",
        "longest step",
        "detour",
        "",
        "shorter",
        "p50",
        "p99");
    for (PlaylistReport.PathRow row : report.paths()) {
      cells(
          row.steps() + " tracks",
          "%,d".formatted(row.queries()),
          interval(row.unevenness()),
          interval("%.2f", row.longest()),
          interval("%.2f", row.detour()),
          "",
          interval("%.2f", row.shorter()),
          BenchLines.time(row.p50Micros()),
          BenchLines.time(row.p99Micros()));
    }
  }

  private void cells(Object... cells) {
    out.line("%-22s%8s  %-20s%-18s%-20s%-18s%-16s%10s%10s", cells);
  }

  private void measure(SimilarReport report, String name, Function<SimilarReport.Row, String> of) {
    out.line(
        "%-28s%s",
        name,
        report.spaces().stream()
            .map(row -> "%-24s".formatted(of.apply(row)))
            .collect(Collectors.joining())
            .stripTrailing());
  }

  private void write(String measure, List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    out.line("");
    out.line("%-46s%-24s%8s", "less the first", measure + " (95 %)", "p");
    for (Difference each : differences) {
      out.line(
          "%-46s%-24s%8s",
          each.what(),
          interval(each.difference()),
          String.format(Locale.ROOT, "%.4f", each.pValue()));
    }
  }

  private static String interval(Estimate estimate) {
    return interval("%.3f", estimate);
  }

  static String fine(Estimate estimate) {
    return interval("%.4f", estimate);
  }

  /** Such as {@code .985 .976–.991}; a dash where there is nothing to measure. */
  private static String interval(String format, Estimate estimate) {
    return estimate == null
        ? "–"
        : "%s %s–%s"
            .formatted(
                number(format, estimate.value()),
                number(format, estimate.low()),
                number(format, estimate.high()));
  }

  private static String share(double share) {
    return number("%.3f", share);
  }

  /** Without the zero before the point. */
  static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number).replaceFirst("^([-+]?)0(?=\\.)", "$1");
  }
}
