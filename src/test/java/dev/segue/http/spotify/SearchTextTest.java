package dev.segue.http.spotify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.NumericField;
import dev.segue.query.NameField;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTextTest {
  @Test
  void valuesOfNamesGoOnToTheNext() {
    // The example of Spotify's reference.
    assertRead(
        "remaster track:Doxy artist:Miles Davis",
        "remaster",
        named(NameField.TITLE, "Doxy"),
        named(NameField.ARTIST, "Miles Davis"));
    assertRead(
        "artist:\"Miles Davis\" live album:kind of blue year:1959",
        "live",
        named(NameField.ARTIST, "Miles Davis"),
        named(NameField.ALBUM, "kind of blue"),
        new TrackFilter.Range(NumericField.YEAR, 1959, 1959));
  }

  @Test
  void orOnlyToTheNextWord() {
    SearchText read =
        SearchText.read("artist:radiohead creep album:\"Pablo Honey\"", SearchText.Reach.NEXT_WORD);
    assertThat(read.words()).isEqualTo("creep");
    assertThat(read.names())
        .isEqualTo(Map.of(NameField.ARTIST, "radiohead", NameField.ALBUM, "Pablo Honey"));
  }

  @Test
  void quotationMarksHideFields() {
    assertRead("album:\"Now: Genre: Rock\"", "", named(NameField.ALBUM, "Now: Genre: Rock"));
    assertRead("\"the year: one\"", "\"the year: one\"");
    assertRead("\"open year:1999", "\"open", new TrackFilter.Range(NumericField.YEAR, 1999, 1999));
  }

  @Test
  void aGenreAndAYearAreOneWord() {
    assertRead(
        "year:1990-1999 genre:hip-hop love songs",
        "love songs",
        new TrackFilter.Range(NumericField.YEAR, 1990, 1999),
        new TrackFilter.GenreAnyOf(Set.of("hip-hop")));
    assertRead("Genre:\"Death Metal\"", "", new TrackFilter.GenreAnyOf(Set.of("death metal")));
  }

  @Test
  void whatNoCatalogueHoldsFindsNothing() {
    assertRead("isrc:USUM71703861", "", new TrackFilter.IdAnyOf(Set.of()));
    assertRead("love tag:new", "love", new TrackFilter.IdAnyOf(Set.of()));
  }

  @Test
  void everythingElseIsWords() {
    assertRead("Mission: Impossible", "Mission: Impossible");
    assertRead("subartist:x 99:1", "subartist:x 99:1");
    assertRead("love artist:", "love");
  }

  @Test
  void wrongYears() {
    for (String wrong : List.of("year:x", "year:1990..1999", "year:1999-1990", "year:19999")) {
      assertThatThrownBy(() -> SearchText.read(wrong, SearchText.Reach.NEXT_FIELD))
          .as(wrong)
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("year is '" + wrong.substring(5) + "'");
    }
  }

  private static TrackFilter named(NameField field, String text) {
    return new TrackFilter.Named(Optional.of(field), text, false);
  }

  private static void assertRead(String q, String words, TrackFilter... filters) {
    SearchText read = SearchText.read(q, SearchText.Reach.NEXT_FIELD);
    assertThat(read.words()).as(q).isEqualTo(words);
    assertThat(read.filter()).as(q).isEqualTo(new TrackFilter.AllOf(List.of(filters)));
  }
}
