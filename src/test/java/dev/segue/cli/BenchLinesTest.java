package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.bench.BenchReport;
import dev.segue.bench.BenchReport.LeftOut;
import dev.segue.bench.BenchReport.Machine;
import dev.segue.bench.BenchReport.Measurement;
import dev.segue.bench.BenchReport.Space;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code segue bench} says to people. */
class BenchLinesTest {
  @Test
  void numbersStandInColumnsAndHaveUnits() {
    BenchReport report =
        new BenchReport(
            new Machine(4, "Some VM 25", "Linux amd64"),
            7,
            12_345,
            List.of(
                new Space("audio-12", "euclidean", true, null, 0),
                new Space("profile-16", "cosine", false, 0.9951, 100),
                new Space("nobody", "cosine", false, null, 0)),
            10,
            3,
            2.0,
            List.of(
                row("similar", "profile-16", null, BenchReport.IN_PROCESS, 137.4, 999.4, 1_000),
                row("similar", "profile-16", 49.96, BenchReport.IN_PROCESS, 1, 10_040, 123_456),
                row("search", null, null, BenchReport.HTTP, 250, 500, 750)),
            List.of(
                new LeftOut("similar", "audio-12", 1, "1 % of the tracks is less than one"),
                new LeftOut("search", null, null, "no words")));
    StringWriter text = new StringWriter();
    new BenchLines(new Output(new PrintWriter(text), false)).write(report);
    assertThat(text.toString().lines())
        .containsExactlyElementsOf(
            """
            12,345 tracks, generation 7; questions of seed 3
            4 cores, Some VM 25, Linux amd64

            p50, p95, p99: one question at a time, for 10 tracks; nearest rank
            per core: questions/s of 4 askers at once, divided by 4 cores

            in process                              p50      p95      p99   per core
            similar profile-16                   137 µs   999 µs   1.0 ms    1,235/s
            similar profile-16, 50.0 % pass        1 µs  10.0 ms 123.5 ms    1,235/s

            HTTP, with the work of asking           p50      p95      p99   per core
            search                               250 µs   500 µs   750 µs    1,235/s

            audio-12 is exact
            profile-16 is approximate: recall@10 0.9951, of 100 questions
            left out: similar audio-12: 1 % of the tracks is less than one
            left out: search: no words
            """
                .lines()
                .toList());
  }

  private static Measurement row(
      String scenario,
      String space,
      Double passing,
      String transport,
      double p50,
      double p95,
      double p99) {
    Integer percent = passing == null ? null : (Integer) 50;
    return new Measurement(
        scenario, space, percent, passing, transport, 99, p50, p95, p99, 4_938.4, 1_234.6);
  }
}
