package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two real sets, where they lie beside the project; skipped elsewhere. */
class RealCatalogTest {
  private static String set(String name) {
    Path file = Path.of("../shared/data").resolve(name);
    assumeTrue(Files.exists(file), () -> file + " is not here, so the real set is not read");
    return file.toString();
  }

  @Test
  void set114k() throws Exception {
    Reading reading = Reading.of(ReadOptions.DEFAULT, set("spotify-tracks-114k/dataset.csv"));
    CatalogReport report = reading.report();
    assertThat(report.rows()).isEqualTo(114_000);
    assertThat(report.tracks()).isEqualTo(89_740);
    assertThat(report.mergedDuplicates()).isEqualTo(24_259);
    assertThat(reading.rejects())
        .singleElement()
        .satisfies(row -> assertThat(row.line()).isEqualTo(65_902));
    assertThat(report.sources().getFirst().brokenSequences()).isZero();
    assertThat(reading.tracks()).hasSize(89_740);
    Track comedy = reading.tracks().getFirst();
    assertThat(comedy.id()).isEqualTo("5SuOikwiRyPMVoIQDJUgSV");
    assertThat(comedy.genres())
        .containsExactly("acoustic", "j-pop", "singer-songwriter", "songwriter");
    assertThat(comedy.audio().instrumentalness()).isEqualTo(1.01e-06);
    assertThat(reading.tracks().stream().mapToInt(track -> track.artists().size()).max())
        .hasValue(38);
    assertThat(reading.tracks().stream().filter(track -> track.name().equals("True"))).isNotEmpty();
  }

  @Test
  void set114kWithDuplicates() throws Exception {
    Reading reading =
        Reading.of(new ReadOptions(true, false, 0.05), set("spotify-tracks-114k/dataset.csv"));
    assertThat(reading.tracks()).hasSize(113_999);
    assertThat(reading.report().tracks()).isEqualTo(113_999);
  }

  @Test
  void set2024() throws Exception {
    Reading reading = Reading.of(ReadOptions.DEFAULT, set("spotify-genres-2024-77k/tracks.csv"));
    assertThat(reading.report().rows()).isEqualTo(77_566);
    assertThat(reading.tracks()).hasSize(63_382);
    assertThat(reading.rejects()).isEmpty();
    Track first = reading.tracks().getFirst();
    assertThat(first.genres()).containsExactly("acid jazz", "instrumental funk");
    assertThat(first.year()).isEqualTo(2003);
    assertThat(reading.tracks().stream().filter(t -> t.artists().contains("[re:jazz]")))
        .isNotEmpty();
    assertThat(reading.tracks().stream().filter(track -> track.year() == null).count())
        .isBetween(1L, 2L);
  }
}
