package dev.segue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.TestIndex;
import dev.segue.query.RequestException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole measurement, on catalogues that are hardly any. */
class BenchTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void measuresWhatThereIs(int tracks, @TempDir Path folder) throws Exception {
    TestIndex index = new TestIndex(folder);
    index.build(new SyntheticCatalog(tracks, 7));
    try (Engine engine = index.open()) {
      BenchReport report =
          new Bench(engine, Path.of("web"), new Bench.Options(1, 0.1), Progress.NONE).run();
      assertThat(report.tracks()).isEqualTo(tracks);
      assertThat(report.leftOut()).isNotEmpty();
      assertThat(report.measurements())
          .filteredOn(measurement -> measurement.scenario().equals("search"))
          .extracting(BenchReport.Measurement::transport)
          .containsExactly(BenchReport.IN_PROCESS, BenchReport.HTTP);
      assertThat(report.measurements()).allMatch(m -> m.queries() > 0 && m.p50Micros() > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.09, 60.1, -1, Double.NaN})
  void aTimeOutsideOfItsBoundsIsRefused(double seconds) {
    assertThatThrownBy(() -> new Bench.Options(1, seconds))
        .isInstanceOf(RequestException.class)
        .hasMessage("seconds is %s, allowed is 0.1 to 60.", seconds);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 60})
  void itsBoundsAreAllowed(double seconds) {
    assertThat(new Bench.Options(1, seconds).seconds()).isEqualTo(seconds);
  }
}
