package dev.segue.search;

import static dev.segue.index.Songs.song;
import static dev.segue.index.Songs.withPopularity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.search.Suggestion.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuggesterTest {
  private Searched catalogue;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    List<Track> songs =
        new ArrayList<>(
            List.of(
                withPopularity(song("b", "Bohemian Rhapsody", "Queen", "Opera", "rock"), 80),
                withPopularity(song("b2", "Bohemian Rhapsody", "Queen", "Best of", "rock"), 60),
                song("lonely", "Alone", "Gagan", "Gagaku", "folk"),
                withPopularity(song("poker", "Poker Face", "Lady Gaga", "The Fame", "pop"), 70),
                song("krovi", "Группа крови", "Кино", null, "rock"),
                song("sea", "そらのうた", "宇多田ヒカル", null, "j-pop")));
    for (int i = 0; i < 300; i++) {
      songs.add(withPopularity(song("q" + i, "Queue " + i, "Quincy", "Quest", "quiet"), 50));
    }
    catalogue = new Searched(songs, folder);
  }

  @AfterAll
  void close() throws Exception {
    catalogue.close();
  }

  @ParameterizedTest
  @CsvSource({
    "b, TRACK, [B]ohemian Rhapsody",
    "boh, TRACK, [Boh]emian Rhapsody",
    "queen boh, TRACK, [Boh]emian Rhapsody",
    "rhapsody bo, TRACK, [Bo]hemian [Rhapsody]",
    "gaga, ARTIST, Lady [Gaga]",
    "the fa, ALBUM, [The] [Fa]me",
    "fame, ALBUM, The [Fame]",
    "roc, GENRE, [roc]k",
    "groc, '', ''",
    "bohm, TRACK, [Bohemian] Rhapsody",
    "boehm, TRACK, [Bohemian] Rhapsody",
    "gruppa, TRACK, Группа крови",
    "そら, TRACK, [そら]のうた",
    "utada, ARTIST, 宇多田ヒカル",
  })
  void completes(String typed, String kind, String text) throws Exception {
    List<Suggestion> suggestions = catalogue.suggest(typed);
    if (kind.isEmpty()) {
      assertThat(suggestions).isEmpty();
    } else {
      assertThat(suggestions.getFirst().kind()).isEqualTo(Kind.valueOf(kind));
      assertThat(Searched.read(suggestions.getFirst().text())).isEqualTo(text);
    }
  }

  @Test
  void namesEachThingOnce() throws Exception {
    assertThat(catalogue.suggest("bohemian")).hasSize(1);
    assertThat(catalogue.suggest("bohemian").getFirst().track()).map(Track::id).contains("b");
    assertThat(catalogue.suggest("quincy")).hasSize(1);
  }

  @Test
  void isNotBlindedByManyTracksOfOneArtist() throws Exception {
    assertThat(catalogue.suggest("q"))
        .extracting(suggestion -> suggestion.text().text())
        .contains("Quincy", "Quest", "quiet", "Queen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u200B", "\uD800", "\0"})
  void hasNothingToSayToNothing(String nothing) throws Exception {
    assertThat(catalogue.suggest(nothing)).isEmpty();
  }

  @Test
  void aTypoCostsAGenreAsMuchAsOthers() throws Exception {
    double asTyped = catalogue.suggest("folk").getFirst().score();
    Suggestion withTypo =
        catalogue.suggest("fokl").stream()
            .filter(suggestion -> suggestion.kind() == Kind.GENRE)
            .findFirst()
            .orElseThrow();
    assertThat(withTypo.score()).isLessThan(asTyped / 2);
  }

  @Test
  void theBestComeFirst() throws Exception {
    for (String typed : List.of("q", "b", "gaga", "bohm")) {
      assertThat(catalogue.suggest(typed))
          .isSortedAccordingTo(Comparator.comparingDouble(Suggestion::score).reversed());
    }
  }
}
