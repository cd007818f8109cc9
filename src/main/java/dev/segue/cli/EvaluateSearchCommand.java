package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.SearchEvaluation;
import dev.segue.evaluate.SearchReport;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue evaluate search}. */
@Command(
    name = "search",
    description = {
      "Asks for tracks of your index as people do who know the song – with typos, in another order,"
          + " half typed – and reports how often it is found, and how fast."
    },
    mixinStandardHelpOptions = true)
final class EvaluateSearchCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many of each kind, 1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int queries;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number, other tracks and typos (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--half",
      paramLabel = "A|B",
      description = "Only this half of the tracks: tune on one, report on the other.")
  private SearchEvaluation.Half half;

  @Override
  public Integer call() throws IOException {
    SearchEvaluation.Options options =
        new SearchEvaluation.Options(queries, seed, Optional.ofNullable(half));
    try (Engine engine = common.openForMany();
        Snapshot snapshot = engine.snapshot()) {
      Output out = common.output();
      out.answer(
          new SearchEvaluation(snapshot.index(), snapshot.search(), options, common.progress())
              .run(),
          report -> write(report, out));
      return Main.DONE;
    }
  }

  private static void write(SearchReport report, Output out) {
    out.line(
        "%,d tracks%s; questions of seed %d",
        report.tracks(), report.half() == null ? "" : ", half " + report.half(), report.seed());
    out.line("");
    out.line(
        "%-34s%8s  %-18s%7s%7s%7s%10s%10s",
        "question", "number", "success@1 (95 %)", "@3", "@10", "MRR", "p50", "p99");
    for (SearchReport.Row row : report.kinds()) {
      Estimate first = row.success1();
      out.line(
          "%-34s%,8d  %-18s%7s%7s%7s%10s%10s",
          row.kind(),
          row.queries(),
          share(first.value()) + " " + share(first.low()) + "–" + share(first.high()),
          share(row.success3().value()),
          share(row.success10().value()),
          share(row.mrr().value()),
          BenchLines.time(row.p50Micros()),
          BenchLines.time(row.p99Micros()));
    }
  }

  /** Such as {@code .985}. */
  private static String share(double share) {
    String text = String.format(Locale.ROOT, "%.3f", share);
    return text.startsWith("0") ? text.substring(1) : text;
  }
}
