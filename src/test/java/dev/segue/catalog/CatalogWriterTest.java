package dev.segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CatalogWriterTest {
  private static final AudioFeatures AUDIO =
      new AudioFeatures(
          0.676, 0.461, 1, -6.746, 0, 0.143, 0.0322, 0.00000101, 0.358, 0.715, 87.917, 4);

  @Test
  void writesTheColumnsOfThe114kSetAndYear() throws IOException {
    assertThat(written(track("Comedy", List.of("Gen", "Hoshi"), "Joke", List.of("pop"))))
        .isEqualTo(
            """
            track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,\
            energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,\
            tempo,time_signature,track_genre,year
            id1,Gen;Hoshi,Joke,Comedy,73,230666,False,0.676,0.461,1,-6.746,0,0.143,0.0322,\
            0.00000101,0.358,0.715,87.917,4,pop,2021
            """);
  }

  @Test
  void aTrackOfSeveralGenresIsSeveralRows() throws IOException {
    List<CSVRecord> rows =
        read(written(track("Comedy", List.of("Gen"), "Joke", List.of("pop", "j-pop", "acoustic"))));
    assertThat(rows).extracting(row -> row.get("track_id")).containsOnly("id1").hasSize(3);
    assertThat(rows)
        .extracting(row -> row.get("track_genre"))
        .containsExactly("pop", "j-pop", "acoustic");
  }

  @Test
  void leavesEmptyWhatTheCatalogueDoesNotSay() throws IOException {
    Track silent =
        new Track("id1", "Name", List.of("A"), null, List.of(), null, 1, null, null, null, AUDIO);
    CSVRecord row = read(written(silent)).getFirst();
    for (String column : List.of("album_name", "popularity", "explicit", "track_genre", "year")) {
      assertThat(row.get(column)).as(column).isEmpty();
    }
  }

  @Property(tries = 300)
  void anyTextIsReadBack(
      @ForAll @NotBlank String name,
      @ForAll @NotBlank String artist,
      @ForAll @NotBlank String album)
      throws IOException {
    String writable = artist.replace(';', ',');
    Track track = track(name, List.of(writable), album, List.of("pop"));
    CSVRecord row = read(written(track)).getFirst();
    assertThat(row.get("track_name")).isEqualTo(name);
    assertThat(row.get("artists")).isEqualTo(writable);
    assertThat(row.get("album_name")).isEqualTo(album);
  }

  @Test
  void quotesCommasNewlinesAndFormulasAreReadBack() throws IOException {
    String name = "=\"Say\", she said,\r\n\"twice\"\n ";
    Track track = track(name, List.of("Earth, Wind \"&\" Sons"), "\"", List.of("a,b"));
    CSVRecord row = read(written(track)).getFirst();
    assertThat(row.get("track_name")).isEqualTo(name);
    assertThat(row.get("artists")).isEqualTo("Earth, Wind \"&\" Sons");
    assertThat(row.get("album_name")).isEqualTo("\"");
    assertThat(row.get("track_genre")).isEqualTo("a,b");
  }

  @Test
  void refusesWhatTheColumnsCannotSay() throws IOException {
    assertThatThrownBy(() -> written(track("Name", List.of("A;B"), "Album", List.of("pop"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("artists of id1 holds 'A;B'");
    assertThatThrownBy(() -> written(track("Name", List.of("A"), " ", List.of("pop"))))
        .hasMessageContaining("album_name of id1 is blank");
    Track pictured =
        new Track(
            "id1", "Name", List.of("A"), null, List.of(), 1, 1, true, 2000, "https://x/y", AUDIO);
    assertThatThrownBy(() -> written(pictured)).hasMessageContaining("image_url of id1");
  }

  @Test
  void anEmptyCatalogueHasItsHeader() throws IOException {
    StringBuilder out = new StringBuilder();
    new CatalogWriter(out).close();
    assertThat(out.toString()).startsWith("track_id,").hasLineCount(1);
  }

  private static Track track(String name, List<String> artists, String album, List<String> genres) {
    return new Track("id1", name, artists, album, genres, 73, 230_666, false, 2021, null, AUDIO);
  }

  private static String written(Track track) throws IOException {
    StringBuilder out = new StringBuilder();
    try (CatalogWriter writer = new CatalogWriter(out)) {
      writer.write(track);
    }
    return out.toString();
  }

  private static List<CSVRecord> read(String csv) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(new StringReader(csv))) {
      return parser.getRecords();
    }
  }
}
