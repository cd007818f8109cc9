package dev.segue.cli;

import dev.segue.engine.WholeFile;
import dev.segue.http.api.Json;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where a report is kept, beside being answered. */
final class ReportOptions {
  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Keep the report, as a page (.html) or as JSON (.json).")
  private Path report;

  /**
   * Looks whether the report can be kept, before any work is done.
   *
   * @throws RequestException when the file's name does not say how
   */
  void check(CommonOptions common) throws IOException {
    if (report != null) {
      if (!isPage() && !report.toString().endsWith(".json")) {
        throw RequestException.invalid(
            "report",
            "report is %s, allowed is a name that ends in .html or .json.".formatted(report));
      }
      common.file("--report", report);
    }
  }

  /** Answers, and keeps what is answered. */
  <R> void answer(R answer, Function<R, ListeningTables> tables, CommonOptions common)
      throws IOException {
    if (report != null) {
      String kept = isPage() ? ReportPage.of(tables.apply(answer)) : Json.pretty(answer) + "\n";
      new WholeFile(report).write(out -> out.write(kept.getBytes(StandardCharsets.UTF_8)));
    }
    Output out = common.output();
    out.answer(answer, each -> tables.apply(each).write(out));
  }

  private boolean isPage() {
    return report.toString().endsWith(".html");
  }
}
