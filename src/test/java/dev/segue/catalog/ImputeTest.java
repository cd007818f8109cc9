package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link ReadOptions#impute} fills in, and what it does not. */
class ImputeTest {
  private static final ReadOptions IMPUTE = new ReadOptions(false, true, 1);

  @TempDir Path folder;

  private Reading read(Csv csv) throws Exception {
    return Reading.of(IMPUTE, folder.resolve("tracks.csv"), csv);
  }

  @Test
  void numbersAreFilledWithTheMedianOfTheirColumn() throws Exception {
    Csv csv =
        Csv.tracks()
            .row("track_id", "a", "tempo", "100", "key", "2")
            .row("track_id", "b", "tempo", "130", "key", "7")
            .row("track_id", "c", "tempo", "", "key", "-inf")
            .row("track_id", "d", "tempo", "fast", "key", "9")
            .row("track_id", "e", "tempo", "999", "key", "10");
    Reading reading = read(csv);
    assertThat(reading.tracks())
        .extracting(track -> track.audio().tempo())
        .as("the mean of 100 and 130, for 999 is out of range")
        .containsExactly(100.0, 130.0, 115.0, 115.0);
    assertThat(reading.tracks())
        .extracting(track -> track.audio().key())
        .as("whole numbers have a median that occurs, the lower one")
        .containsExactly(2, 7, 7, 9);
    assertThat(reading.report().imputed()).containsOnly(entry("tempo", 2), entry("key", 1));
    assertThat(reading.reasons()).containsExactly("tempo out of range");
    assertThat(reading.surveyed()).isEqualTo(reading.tracks());
  }

  @Test
  void textIsFilledWithTheMostFrequent() throws Exception {
    Csv csv =
        Csv.tracks()
            .row("track_id", "a", "artists", "Ann;Bo", "track_name", "Zeta")
            .row("track_id", "b", "artists", "Ann;Bo", "track_name", "Alpha")
            .row("track_id", "c", "artists", "Ann", "track_name", "Alpha")
            .row("track_id", "d", "artists", "", "track_name", "Zeta")
            .row("track_id", "e", "artists", " ", "track_name", " ");
    Reading reading = read(csv);
    Track last = reading.tracks().getLast();
    assertThat(last.artists()).containsExactly("Ann", "Bo");
    assertThat(last.name())
        .as("of two equally frequent the first by its letters")
        .isEqualTo("Alpha");
    assertThat(reading.report().imputed())
        .containsOnly(entry("artists", 2), entry("track_name", 1));
  }

  @Test
  void idsAreNeverFilledButPopularityIs() throws Exception {
    Csv csv =
        Csv.tracks()
            .row("track_id", "a")
            .row("track_id", "")
            .row("track_id", "b", "popularity", "")
            .row("track_id", "c", "popularity", "NaN");
    Reading reading = read(csv);
    assertThat(reading.reasons()).containsExactly("track_id missing");
    assertThat(reading.tracks()).extracting(Track::popularity).containsExactly(50, 50, 50);
    assertThat(reading.report().imputed()).containsOnly(entry("popularity", 2));
  }

  @Test
  void aColumnWithoutAnyValueCannotBeFilled() throws Exception {
    Csv csv = Csv.tracks().column("tempo", "").row("track_id", "a").row("tempo", "1");
    assertThat(read(csv).tracks()).hasSize(2);
    Csv without = Csv.tracks().column("energy", "").row("track_id", "a");
    assertThatThrownBy(() -> read(without))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("1 × energy missing");
  }

  private static Map.Entry<String, Long> entry(String column, long count) {
    return Map.entry(column, count);
  }
}
