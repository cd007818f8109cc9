package dev.segue.cli;

import dev.segue.bench.BenchReport;
import dev.segue.bench.BenchReport.Machine;
import dev.segue.bench.BenchReport.Measurement;
import java.util.List;
import java.util.Locale;

/** What was measured, as tables. */
final class BenchLines {
  private static final double MICROS_PER_MILLI = 1e3;

  private final Output out;

  BenchLines(Output out) {
    this.out = out;
  }

  void write(BenchReport report) {
    Machine machine = report.machine();
    out.line(
        "%,d tracks, generation %d; questions of seed %d",
        report.tracks(), report.generation(), report.seed());
    out.line("%d cores, %s, %s", machine.cores(), machine.jvm(), machine.os());
    out.line("");
    out.line("p50, p95, p99: one question at a time, for %d tracks; nearest rank", report.k());
    out.line(
        "per core: questions/s of %1$d askers at once, divided by %1$d cores", machine.cores());
    table("in process", report, BenchReport.IN_PROCESS);
    table("HTTP, with the work of asking", report, BenchReport.HTTP);
    out.line("");
    report.spaces().forEach(space -> write(space, report.k()));
    report.leftOut().forEach(this::write);
  }

  private void table(String title, BenchReport report, String transport) {
    out.line("");
    out.line("%-34s%9s%9s%9s%11s", title, "p50", "p95", "p99", "per core");
    List<Measurement> rows =
        report.measurements().stream().filter(row -> row.transport().equals(transport)).toList();
    for (Measurement row : rows) {
      out.line(
          "%-34s%9s%9s%9s%,9.0f/s",
          question(row.scenario(), row.space(), row.passingPercent()),
          time(row.p50Micros()),
          time(row.p95Micros()),
          time(row.p99Micros()),
          row.queriesPerSecondPerCore());
    }
  }

  private void write(BenchReport.Space space, int k) {
    if (space.exact()) {
      out.line("%s is exact", space.name());
    } else if (space.recall() != null) {
      out.line(
          "%s is approximate: recall@%d %.4f, of %d questions",
          space.name(), k, space.recall(), space.recallQueries());
    }
  }

  private void write(BenchReport.LeftOut leftOut) {
    out.line(
        "left out: %s: %s", question(leftOut.scenario(), leftOut.space(), null), leftOut.reason());
  }

  /** Such as {@code similar audio-12, 1.0 % pass}. */
  private static String question(String scenario, String space, Double passingPercent) {
    return scenario
        + (space == null ? "" : " " + space)
        + (passingPercent == null
            ? ""
            : String.format(Locale.ROOT, ", %.1f %% pass", passingPercent));
  }

  static String time(double micros) {
    return micros < MICROS_PER_MILLI
        ? String.format(Locale.ROOT, "%.0f µs", micros)
        : String.format(Locale.ROOT, "%.1f ms", micros / MICROS_PER_MILLI);
  }
}
