package dev.segue.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.search.Understanding.Meaning;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstandingTest {
  private final Understanding understanding =
      new Understanding(List.of("rock", "hip-hop", "sad", "j-pop", "singer-songwriter"), true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calm music | calm: energy at most 0.4 | ''",
        "Energetic songs by queen | Energetic: energy at least 0.75 | by queen",
        "happy | happy: valence at least 0.7 | ''",
        "sad acoustic songs under 3 minutes"
            + " | sad: valence at most 0.3 or genre sad; acoustic: acousticness at least 0.7;"
            + " under 3 minutes: duration_ms at most 180000 | ''",
        "something longer than 2.5 min | longer than 2.5 min: duration_ms at least 150000 | ''",
        "at most 90 seconds | at most 90 seconds: duration_ms at most 90000 | ''",
        "120 bpm | 120 bpm: tempo 118 to 122 | ''",
        "under 120 bpm | under 120 bpm: tempo at most 120 | ''",
        "faster than 120.5 bpm | faster than 120.5 bpm: tempo at least 120.5 | ''",
        "not sad | not sad: not valence at most 0.3 or genre sad | ''",
        "rock without live | rock: genre rock; without live: not liveness at least 0.7 | ''",
        "128BPM | 128BPM: tempo 126 to 130 | ''",
        "in C minor | in C minor: key 0, mode 0 | ''",
        "F# major | F# major: key 6, mode 1 | ''",
        "b flat minor | b flat minor: key 10, mode 0 | ''",
        "C♭ major | C♭ major: key 11, mode 1 | ''",
        "90s rock | 90s: year 1990 to 1999; rock: genre rock | ''",
        "1980's | 1980's: year 1980 to 1989 | ''",
        "10s | 10s: year 2010 to 2019 | ''",
        "Hip Hop | Hip Hop: genre hip-hop | ''",
        "singer songwriter | singer songwriter: genre singer-songwriter | ''",
        "J-Pop | J-Pop: genre j-pop | ''",
        "popular instrumental | popular: popularity at least 60;"
            + " instrumental: instrumentalness at least 0.5 | ''",
        "slow fast loud quiet live danceable | slow: tempo at most 90; fast: tempo at least 135;"
            + " loud: loudness at least -5; quiet: loudness at most -14;"
            + " live: liveness at least 0.7; danceable: danceability at least 0.7 | ''",
        "sad songs about rain | sad: valence at most 0.3 or genre sad | about rain",
      })
  void understands(String text, String wishes, String rest) {
    Meaning meaning = understanding.of(text);
    assertThat(
            meaning.wishes().stream()
                .map(wish -> wish.text() + ": " + wish.meaning())
                .collect(Collectors.joining("; ")))
        .isEqualTo(wishes);
    assertThat(meaning.rest()).hasSameSizeAs(text);
    assertThat(meaning.rest().strip().replaceAll(" +", " ")).isEqualTo(rest);
    meaning
        .wishes()
        .forEach(
            wish -> assertThat(text.substring(wish.start(), wish.end())).isEqualTo(wish.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bohemian rhapsody",
        "the music and me ",
        "calmly",
        "120",
        "rocker",
        "3 minutes",
        "a minor thing",
        "sadness",
        "東京",
        "under pressure",
      })
  void leavesWhatIsNoWishAsItIs(String text) {
    assertThat(understanding.of(text)).isEqualTo(new Meaning(List.of(), text));
  }

  @Test
  void decadesMeanNothingToACatalogueWithoutYears() {
    Meaning meaning = new Understanding(List.of("rock"), false).of("90s rock");
    assertThat(meaning.wishes()).extracting(Understood::text).containsExactly("rock");
    assertThat(meaning.rest().strip()).isEqualTo("90s");
  }

  @Test
  void longTextsTakeNoTime() {
    for (String text : List.of("9".repeat(500), "under ".repeat(83), "a b c d ".repeat(62))) {
      assertThat(understanding.of(text)).isNotNull();
    }
  }
}
