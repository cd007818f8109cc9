package dev.segue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.TestIndex;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code segue bench} says of a real index. How fast anything is, is not tested. */
class BenchIT {
  private static final int TRACKS = 400;

  @TempDir private Path index;

  @Test
  void everythingIsMeasured() throws Exception {
    new TestIndex(index).build(new SyntheticCatalog(TRACKS, 7));
    JsonNode report = bench();
    assertThat(report.get("tracks").asInt()).isEqualTo(TRACKS);
    assertThat(report.get("seed").asInt()).isEqualTo(3);
    assertThat(report.get("left_out")).isEmpty();
    Map<String, Integer> transports = new TreeMap<>();
    for (JsonNode measured : report.get("measurements")) {
      transports.merge(measured.get("transport").asString(), 1, Integer::sum);
      assertSane(measured, report.get("machine").get("cores").asInt());
    }
    assertThat(transports).isEqualTo(Map.of("in_process", 20, "http", 20));
    assertThat(report.get("spaces")).hasSize(3);
    for (JsonNode space : report.get("spaces")) {
      assertThat(space.get("recall").isNull()).isEqualTo(space.get("exact").asBoolean());
      assertThat(space.get("recall").asDouble(1)).isBetween(0.9, 1.0);
    }
  }

  private static void assertSane(JsonNode measured, int cores) {
    assertThat(measured.get("queries").asInt()).isPositive();
    double p95 = measured.get("p95_micros").asDouble();
    assertThat(measured.get("p50_micros").asDouble()).isPositive().isLessThanOrEqualTo(p95);
    assertThat(measured.get("p99_micros").asDouble()).isGreaterThanOrEqualTo(p95);
    double perCore = measured.get("queries_per_second_per_core").asDouble();
    assertThat(measured.get("queries_per_second").asDouble())
        .isPositive()
        .isCloseTo(cores * perCore, within(0.1 * cores));
    JsonNode percent = measured.get("filter_percent");
    if (!percent.isNull()) {
      assertThat(measured.get("passing_percent").asDouble())
          .isCloseTo(percent.asDouble(), withinPercentage(20));
    }
  }

  private JsonNode bench() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                "bench", "--index", index.toString(), "--seconds", "0.1", "--seed", "3", "--json");
    assertThat(exitCode).as(err.toString()).isZero();
    return JsonMapper.shared().readTree(out.toString());
  }
}
