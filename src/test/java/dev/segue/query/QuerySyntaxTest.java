package dev.segue.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.NumericField;
import dev.segue.query.TrackFilter.AllOf;
import dev.segue.query.TrackFilter.ExplicitIs;
import dev.segue.query.TrackFilter.GenreAnyOf;
import dev.segue.query.TrackFilter.Named;
import dev.segue.query.TrackFilter.Not;
import dev.segue.query.TrackFilter.Range;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySyntaxTest {
  @Test
  void readsConditionsAmongWords() {
    String q =
        "around artist:\"daft punk\" energy:>0.8 year:1990..1999 genre:Rock -live the world"
            + " \"exact phrase\" pre*";
    ParsedQuery parsed = QuerySyntax.parse(q);
    assertThat(parsed.error()).isEmpty();
    assertThat(parsed.text().split(" +"))
        .containsExactly("around", "the", "world", "exact", "phrase");
    assertThat(parsed.text().indexOf("world"))
        .as("words stay in their places")
        .isEqualTo(q.indexOf("world"));
    assertThat(parsed.filter())
        .isEqualTo(
            new AllOf(
                List.of(
                    new Named(Optional.of(NameField.ARTIST), "daft punk", false),
                    new Range(NumericField.ENERGY, Math.nextUp(.8), Double.POSITIVE_INFINITY),
                    new Range(NumericField.YEAR, 1990, 1999),
                    new GenreAnyOf(Set.of("rock")),
                    new Not(new Named(Optional.empty(), "live", false)),
                    new Named(Optional.empty(), "exact phrase", false),
                    new Named(Optional.empty(), "pre", true))));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"rock\"\"roll\"', ' rock  roll '",
    "'\"hello\"world', ' hello world'",
    "'a -live b', 'a       b'",
  })
  void conditionsAreBlanks(String q, String text) {
    assertThat(QuerySyntax.parse(q).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "tempo:120, 120, 120",
    "tempo:>=120.5, 120.5, Infinity",
    "tempo:<=99, -Infinity, 99",
    "tempo:120.., 120, Infinity",
    "tempo:..120, -Infinity, 120",
    "tempo:100.5..120.25, 100.5, 120.25",
    "TEMPO:1..2, 1, 2",
    "loudness:-10..-5.5, -10, -5.5",
    "loudness:-7, -7, -7",
  })
  void readsBounds(String q, double min, double max) {
    ParsedQuery parsed = QuerySyntax.parse(q);
    assertThat(parsed.text()).isBlank();
    NumericField field = q.startsWith("loud") ? NumericField.LOUDNESS : NumericField.TEMPO;
    assertThat(parsed.filter()).isEqualTo(new AllOf(List.of(new Range(field, min, max))));
  }

  @Test
  void readsTheOtherFields() {
    assertThat(only("title:love"))
        .isEqualTo(new Named(Optional.of(NameField.TITLE), "love", false));
    assertThat(only("album:lo*")).isEqualTo(new Named(Optional.of(NameField.ALBUM), "lo", true));
    assertThat(only("genre:\"hip hop\"")).isEqualTo(new GenreAnyOf(Set.of("hip hop")));
    assertThat(only("explicit:false")).isEqualTo(new ExplicitIs(false));
    assertThat(only("-genre:rock")).isEqualTo(new Not(new GenreAnyOf(Set.of("rock"))));
    assertThat(only("-\"radio edit\""))
        .isEqualTo(new Not(new Named(Optional.empty(), "radio edit", false)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Symphony No. 5: II. Andante",
        "Re:Stacks",
        "B-side - Remastered 2011",
        "12\" Version",
        "M*A*S*H",
        "F**k -- it",
        "*",
        "(((((",
        "a AND b OR (c)",
        "artist: nobody",
        "  white space  stays ",
        "",
        "- -",
      })
  void whatTitlesHaveIsWords(String q) {
    ParsedQuery parsed = QuerySyntax.parse(q);
    assertThat(parsed).isEqualTo(new ParsedQuery(q, TrackFilter.EVERYTHING, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "love energy:loud | 12 | energy is 'loud', must be a number",
        "energy:>2 | 7 | energy is 2, allowed is 0 to 1",
        "year:1999..1990 | 5 | nothing lies between",
        "year:.. | 5 | must be a number",
        "key:> | 4 | must be a number",
        "explicit:maybe | 9 | must be true or false",
        "love \"and peace | 5 | never closed",
        "artist:\"daft | 7 | never closed",
        "-\"  \" | 1 | nothing between the quotation marks",
      })
  void aBrokenOneIsPlainWordsAndSaysWhere(String q, int position, String detail) {
    ParsedQuery parsed = QuerySyntax.parse(q);
    assertThat(parsed.text()).isEqualTo(q);
    assertThat(parsed.filter()).isEqualTo(TrackFilter.EVERYTHING);
    assertThat(parsed.error().orElseThrow().position()).isEqualTo(position);
    assertThat(parsed.error().orElseThrow().detail()).contains(detail);
  }

  @Test
  void nothingBreaksIt() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> pieces =
        List.of(
            "-",
            "\"",
            ":",
            "*",
            " ",
            "..",
            ">",
            "<=",
            "energy",
            "year",
            "artist",
            "title",
            "1",
            ".5",
            "é",
            "\uD83D",
            "\0",
            "(",
            "genre",
            "explicit",
            "true",
            "東",
            "\u200B",
            "\\");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder q = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        q.append(pieces.get(random.nextInt(pieces.size())));
      }
      ParsedQuery parsed = QuerySyntax.parse(q.toString());
      parsed
          .error()
          .ifPresent(
              error ->
                  assertThat(error.position()).as("seed %d: %s", seed, q).isBetween(0, q.length()));
    }
  }

  private static TrackFilter only(String q) {
    ParsedQuery parsed = QuerySyntax.parse(q);
    assertThat(parsed.error()).isEmpty();
    return ((AllOf) parsed.filter()).parts().getFirst();
  }
}
