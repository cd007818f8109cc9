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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code segue bench} says of a real index. How fast anything is, is not tested. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchIT {
  private static final int TRACKS = 400;

  private Path index;

  @BeforeAll
  void indexInventedTracks(@TempDir Path folder) throws Exception {
    index = folder;
    new TestIndex(index).build(new SyntheticCatalog(TRACKS, 7));
  }

  @Test
  void forProgramsItIsJson() {
    JsonNode report = JsonMapper.shared().readTree(bench("--seed", "3", "--json"));
    assertThat(report.get("tracks").asInt()).isEqualTo(TRACKS);
    assertThat(report.get("seed").asInt()).isEqualTo(3);
    assertThat(report.get("left_out")).isEmpty();
    Map<String, Integer> transports = new TreeMap<>();
    for (JsonNode measured : report.get("measurements")) {
      transports.merge(measured.get("transport").asString(), 1, Integer::sum);
      assertSane(measured, report.get("machine").get("cores").asInt());
    }
    assertThat(transports).isEqualTo(Map.of("in_process", 11, "http", 11));
    assertThat(report.get("spaces")).hasSize(2);
    for (JsonNode space : report.get("spaces")) {
      assertThat(space.get("recall").isNull()).isEqualTo(space.get("exact").asBoolean());
      assertThat(space.get("recall").asDouble(1)).isBetween(0.9, 1.0);
    }
  }

  @Test
  void forPeopleItIsTables() {
    assertThat(bench())
        .startsWith("400 tracks, generation 1; questions of seed 1")
        .containsPattern("(?m)^in process +p50 +p95 +p99 +per core$")
        .containsPattern("(?m)^HTTP.* +p50 +p95 +p99 +per core$")
        .containsPattern("(?m)^similar audio-12, 1.\\d % pass( +[0-9.]+ [µm]s){3} +[0-9,.]+/s$");
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

  private String bench(String... flags) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                Stream.concat(
                        Stream.of("bench", "--index", index.toString(), "--seconds", "0.1"),
                        Stream.of(flags))
                    .toArray(String[]::new));
    assertThat(exitCode).as(err.toString()).isZero();
    return out.toString();
  }
}
