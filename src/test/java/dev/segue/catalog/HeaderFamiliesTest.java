package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headers that catalogue files come with; every row here is invented. */
class HeaderFamiliesTest {
  private static final AudioFeatures AUDIO =
      new AudioFeatures(0.5, 0.6, 5, -7.5, 1, 0.04, 0.3, 0.001, 0.12, 0.7, 120.5, 4);

  @TempDir Path folder;

  private Track only(Csv csv) throws Exception {
    Reading reading = Reading.of(ReadOptions.DEFAULT, folder.resolve("tracks.csv"), csv);
    assertThat(reading.tracks()).hasSize(1);
    return reading.tracks().getFirst();
  }

  @Test
  void set114k() throws Exception {
    Csv csv =
        Csv.empty()
            .column("", "0")
            .column("track_id", "a1")
            .column("artists", "Ann;Bo & Co")
            .column("album_name", "Album")
            .column("track_name", "None")
            .column("popularity", "73")
            .column("duration_ms", "230666")
            .column("explicit", "True")
            .audio()
            .column("track_genre", "acoustic");
    assertThat(only(csv.row()))
        .isEqualTo(
            new Track(
                "a1",
                "None",
                List.of("Ann", "Bo & Co"),
                "Album",
                List.of("acoustic"),
                73,
                230666,
                true,
                null,
                null,
                AUDIO));
  }

  @Test
  void set2024() throws Exception {
    Csv csv =
        Csv.empty()
            .column("artist_genres", "['cool jazz', \"man's orchestra\", 'acid jazz']")
            .column("search_genre", "acid jazz")
            .column("track_name", "Song")
            .column("track_id", "a1")
            .column("artist_name", "[re:mix]")
            .column("artist_id", "x")
            .column("album_name", "Album")
            .column("release_date", "2003-01")
            .column("duration_ms", "1000")
            .column("explicit", "False")
            .column("popularity", "0")
            .audio()
            .column("artist_popularity", "99");
    Track track = only(csv.row());
    assertThat(track.genres()).containsExactly("acid jazz", "cool jazz", "man's orchestra");
    assertThat(track.artists()).containsExactly("[re:mix]");
    assertThat(track.year()).isEqualTo(2003);
    assertThat(track.popularity()).isZero();
    assertThat(track.explicit()).isFalse();
  }

  @Test
  void set600k() throws Exception {
    Csv csv =
        Csv.empty()
            .column("id", "a1")
            .column("name", "Song")
            .column("popularity", "6")
            .column("duration_ms", "126903")
            .column("explicit", "0")
            .column("artists", "['Uta', \"Pins N' Needles\"]")
            .column("id_artists", "['x', 'y']")
            .column("release_date", "1922-02-22")
            .audio();
    Track track = only(csv.row());
    assertThat(track.id()).isEqualTo("a1");
    assertThat(track.name()).isEqualTo("Song");
    assertThat(track.artists()).containsExactly("Uta", "Pins N' Needles");
    assertThat(track.explicit()).isFalse();
    assertThat(track.year()).isEqualTo(1922);
    assertThat(track.album()).isNull();
    assertThat(track.genres()).isEmpty();
  }

  @Test
  void hitPredictor() throws Exception {
    Csv csv =
        Csv.empty()
            .column("track", "Song")
            .column("artist", "Some One")
            .column("uri", "spotify:track:a1")
            .audio()
            .column("duration_ms", "173533")
            .column("chorus_hit", "32.94975")
            .column("sections", "9")
            .column("target", "1");
    Track track = only(csv.row());
    assertThat(track.id()).isEqualTo("a1");
    assertThat(track.name()).isEqualTo("Song");
    assertThat(track.artists()).containsExactly("Some One");
    assertThat(track.popularity()).isNull();
    assertThat(track.explicit()).isNull();
  }

  @Test
  void set2019() throws Exception {
    Csv csv =
        Csv.empty()
            .column("artist_name", "Some One")
            .column("track_id", "a1")
            .column("track_name", "Song")
            .audio()
            .column("duration_ms", "1000")
            .column("popularity", "15");
    assertThat(only(csv.row()).popularity()).isEqualTo(15);
  }

  @Test
  void set2019WithNotesAndWords() throws Exception {
    Csv csv =
        Csv.empty()
            .column("genre", "Movie")
            .column("artist_name", "Some One")
            .column("track_name", "Song")
            .column("track_id", "a1")
            .column("popularity", "0")
            .column("duration_ms", "1000")
            .audio()
            .column("key", "C#")
            .column("mode", "Minor")
            .column("time_signature", "3/4");
    Track track = only(csv.row());
    assertThat(track.genres()).containsExactly("Movie");
    assertThat(track.audio().key()).isEqualTo(1);
    assertThat(track.audio().mode()).isZero();
    assertThat(track.audio().timeSignature()).isEqualTo(3);
  }

  @Test
  void set160k() throws Exception {
    Csv csv =
        Csv.empty()
            .audio()
            .column("artists", "['Ann']")
            .column("duration_ms", "1000")
            .column("explicit", "1")
            .column("id", "a1")
            .column("name", "Song")
            .column("popularity", "4")
            .column("release_date", "1921-05-01")
            .column("year", "1920");
    Track track = only(csv.row());
    assertThat(track.year()).as("year goes before release_date").isEqualTo(1920);
    assertThat(track.explicit()).isTrue();
  }

  @Test
  void namesAreMatchedLoosely() throws Exception {
    Csv csv =
        Csv.empty()
            .column(" Track ID ", "a1")
            .column("TITLE", "Song")
            .column("Artist-Name", "Ann")
            .column("durationMs", "1000")
            .column("Album", "Album")
            .column("Track Image URL", "http://img.example/1.jpg")
            .audio()
            .column("Tempo", "99");
    Track track = only(csv.row("tempo", "98"));
    assertThat(track.audio().tempo()).as("of equal names the leftmost").isEqualTo(98);
    assertThat(track.imageUrl()).isEqualTo("http://img.example/1.jpg");
    assertThat(track.album()).isEqualTo("Album");
  }

  @Test
  void theBetterNameWins() throws Exception {
    Csv csv = Csv.tracks().column("id", "wrong").column("name", "wrong").column("artist", "wrong");
    Track track = only(csv.row("track_id", "right"));
    assertThat(track.id()).isEqualTo("right");
    assertThat(track.name()).isEqualTo("Some Song");
    assertThat(track.artists()).containsExactly("Some One");
  }

  @Test
  void missingColumnsAreNamedTogetherWithThoseSeen() {
    Csv csv = Csv.empty().column("", "0").column("song", "x").column("duration", "3").audio();
    assertThatThrownBy(() -> only(csv.row()))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("tracks.csv lacks needed columns: track_id, artists, duration_ms.")
        .hasMessageContaining("(unnamed), song, duration, danceability");
  }
}
