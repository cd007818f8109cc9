package dev.segue.search;

import static dev.segue.index.Songs.song;
import static dev.segue.index.Songs.withPopularity;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Track;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.search.SearchRequest.Blend;
import dev.segue.search.SearchRequest.Extras;
import dev.segue.search.SearchRequest.Syntax;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Songs that people know, as they type them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackSearchTest {
  private Searched catalogue;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    List<Track> songs =
        new ArrayList<>(
            List.of(
                song("Hello", "Adele"),
                song("help", "Help!", "The Beatles", "Help!", "rock"),
                song("rhapsody", "Bohemian Rhapsody", "Queen", "A Night at the Opera", "rock"),
                song("remaster", "Love of My Life - Remastered 2011", "Queen", null, "rock"),
                song("tnt", "T.N.T.", "AC/DC", "High Voltage", "rock"),
                song("sober", "Sober", "P!nk", "Funhouse", "pop"),
                song("sugarcane", "Sugarcane", "New Musik", null, "pop"),
                song("sugar cane blues", "Sugar Cane Blues", "Jon Cleary", null, "blues"),
                song("sikander", "Sikander", "Santosh", null, "pop"),
                song("phonetic", "Phonetic", "Lukas", null, "pop"),
                song("god", "God's Plan (feat. Nobody) [Live]", "Drake", "Scorpion", "hip-hop"),
                song("garfunkel", "The Boxer", "Simon & Garfunkel", null, "folk"),
                song("hone", "Hone", "A Minor Band", null, "pop"),
                song("the", "The The", "The The", null, "pop"),
                song("copy", "Imagine", "John Lennon", null, "rock"),
                withPopularity(song("famous", "Imagine", "John Lennon", null, "rock"), 80),
                song("krovi", "Группа крови", "Кино", null, "rock")));
    for (int i = 0; i < 30; i++) {
      songs.add(song("home" + i, "Home " + i, "Somebody " + i, null, "pop"));
    }
    catalogue = new Searched(songs, folder);
  }

  @AfterAll
  void close() throws Exception {
    catalogue.close();
  }

  @ParameterizedTest
  @CsvSource({
    // any order, part of it
    "hello adele, Hello",
    "Adele – Hello, Hello",
    "opera rhapsody, rhapsody",
    "bohemian rhap, rhapsody",
    // with and without small words, brackets, versions
    "beatles help, help",
    "the queen bohemian rhapsody, rhapsody",
    "hello by adele, Hello",
    "simon and garfunkel boxer, garfunkel",
    "simon garfunkel the boxer, garfunkel",
    "Bohemian Rhapsody - Remastered 2011 queen, rhapsody",
    "Hello (Official Video) [HD] Adele, Hello",
    "love of my life, remaster",
    "gods plan ft nobody, god",
    "the the, the",
    // signs
    "tnt, tnt",
    "t.n.t. ac dc, tnt",
    "acdc tnt, tnt",
    "pink sober, sober",
    "P!NK sober, sober",
    "sugar cane, sugarcane",
    "sugarcane blues, sugar cane blues",
    "sugar cane new musik, sugarcane",
    // typos: put in, left out, exchanged, swapped, in the first letter, in two words
    "helllo adele, Hello",
    "helo adele, Hello",
    "hallo adele, Hello",
    "hlelo adele, Hello",
    "jello adele, Hello",
    "bohemain rapsody, rhapsody",
    "bohemiam rhapsodie queem, rhapsody",
    "sikandar, sikander",
    "fonetik, phonetic",
    "gruppa krovi kino, krovi",
    "grupa krovi, krovi",
  })
  void findsWhatIsMeant(String q, String id) throws Exception {
    assertThat(catalogue.ids(q)).first().isEqualTo(id);
  }

  @Test
  void theMostPopularCopyComesFirst() throws Exception {
    assertThat(catalogue.ids("imagine john lennon")).containsExactly("famous", "copy");
  }

  @Test
  void whatFitsAsItWasTypedIsNotCorrected() throws Exception {
    assertThat(catalogue.ids("hone")).containsExactly("hone");
    assertThat(catalogue.find("hello adele").didYouMean()).isEmpty();
    assertThat(catalogue.find("hello adele").corrected()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "helo adele, [hello] adele",
    "Adele - Helo!, Adele - [hello]!",
    "bohemain rapsody, [bohemian] [rhapsody]",
    "nightat opera, [night at] opera",
    "ni ght opera, [night] opera",
  })
  void saysWhatItWasTakenFor(String q, String taken) throws Exception {
    SearchResult found = catalogue.find(q);
    assertThat(found.corrected()).isTrue();
    assertThat(found.didYouMean()).map(Searched::read).contains(taken);
    assertThat(catalogue.ids(found.didYouMean().orElseThrow().text()))
        .isEqualTo(found.tracks().stream().map(hit -> hit.track().id()).toList());
  }

  @Test
  void whatItWasTakenForKeepsTheConditions() throws Exception {
    SearchResult found = catalogue.find("bohemain artist:queen -live rapsody");
    assertThat(found.didYouMean())
        .map(Searched::read)
        .contains("[bohemian] artist:queen -live [rhapsody]");
    assertThat(catalogue.ids(found.didYouMean().orElseThrow().text())).containsExactly("rhapsody");
  }

  @Test
  void everyPlaceOfAMisspeltWordIsCorrected() throws Exception {
    assertThat(catalogue.find("helo helo adele").didYouMean())
        .map(Searched::read)
        .contains("[hello] [hello] adele");
  }

  @Test
  void aWordMayComeTwiceInANameAndInAQuestion() throws Exception {
    assertThat(catalogue.ids("the the the")).first().isEqualTo("the");
    assertThat(catalogue.ids("home home 7")).first().isEqualTo("home7");
  }

  @Test
  void proposesAWordThatTheCatalogueKnowsBetter() throws Exception {
    SearchResult found = catalogue.find("minor hone");
    assertThat(found.tracks()).extracting(hit -> hit.track().id()).containsExactly("hone");
    assertThat(found.didYouMean()).as("a title as it is").isEmpty();
    SearchResult rare = catalogue.find("hons");
    assertThat(rare.didYouMean()).isPresent();
  }

  @Test
  void mostWordsDoWhenNobodyHasAll() throws Exception {
    assertThat(catalogue.ids("bohemian rhapsody zzzzzz")).containsExactly("rhapsody");
    assertThat(catalogue.ids("bohemain rhapsody qqqqq opera xxxxx")).containsExactly("rhapsody");
    assertThat(catalogue.ids("adele zzzzzz")).as("half is not most").isEmpty();
    assertThat(catalogue.ids("adele adele adele zzzzzz")).as("nor three times one").isEmpty();
    assertThat(catalogue.ids("somebody imagine")).as("both known, not both wrong").isEmpty();
  }

  @Test
  void sayingNothingIsBetterThanFiller() throws Exception {
    SearchResult found = catalogue.find("adele zzzzzz");
    assertThat(found.total()).isZero();
    assertThat(found.suggestions()).extracting(s -> s.text().text()).contains("Adele");
    assertThat(catalogue.find("qqqqq zzzzzz").suggestions()).isEmpty();
  }

  @Test
  void correctsWithinAFilter() throws Exception {
    SearchRequest onlyPop =
        new SearchRequest(
            "bohemain rapsody",
            Syntax.LENIENT,
            new TrackFilter.GenreAnyOf(Set.of("pop")),
            Versions.ONE,
            TrackSort.RELEVANCE,
            10,
            Optional.empty(),
            Blend.DEFAULT,
            Extras.NONE);
    assertThat(catalogue.search.search(onlyPop).total()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "artist:queen opera, rhapsody",
    "album:\"at the opera\", rhapsody",
    "title:hel*, Hello",
    "adele -help, Hello",
    "genre:blues, sugar cane blues",
    "popularity:>50, famous",
    "imagine popularity:..20, copy",
    "artist:ac/dc, tnt",
    "\"of my life\", remaster",
  })
  void conditionsNarrow(String q, String id) throws Exception {
    assertThat(catalogue.ids(q)).first().isEqualTo(id);
    assertThat(catalogue.find(q).syntaxError()).isEmpty();
  }

  @Test
  void aBrokenQuestionIsWordsUnlessItMustNotBe() throws Exception {
    SearchResult found = catalogue.find("hello \"adele");
    assertThat(found.syntaxError()).isPresent();
    assertThat(found.tracks()).first().extracting(hit -> hit.track().id()).isEqualTo("Hello");
    SearchRequest strict =
        new SearchRequest(
            "hello \"adele",
            Syntax.STRICT,
            TrackFilter.EVERYTHING,
            Versions.ONE,
            TrackSort.RELEVANCE,
            10,
            Optional.empty(),
            Blend.DEFAULT,
            Extras.NONE);
    assertThatThrownBy(() -> catalogue.search.search(strict))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("At character 7 of q");
  }

  @ParameterizedTest
  @CsvSource({
    "hello adele, [Hello]; [Adele]; null; pop",
    "hel, [Hel]lo; Adele; null; pop",
    "bohemain opera, [Bohemian] Rhapsody; Queen; A Night at the [Opera]; rock",
    "acdc tnt, [T.N.T.]; [AC/DC]; High Voltage; rock",
    "kino gruppa krovi, [Группа крови]; [Кино]; null; rock",
    "tnt roc, [T.N.T.]; AC/DC; High Voltage; [roc]k",
  })
  void marksWhatWasAskedFor(String q, String marked) throws Exception {
    SearchRequest request =
        new SearchRequest(
            q,
            Syntax.LENIENT,
            TrackFilter.EVERYTHING,
            Versions.ONE,
            TrackSort.RELEVANCE,
            10,
            Optional.empty(),
            Blend.DEFAULT,
            new Extras(false, true));
    SearchResult found = catalogue.search.search(request);
    assertThat(found.highlights()).hasSameSizeAs(found.tracks());
    Highlights first = found.highlights().getFirst();
    assertThat(
            String.join(
                "; ",
                Searched.read(first.name()),
                Searched.read(first.artists().getFirst()),
                first.album().map(Searched::read).orElse("null"),
                Searched.read(first.genres().getFirst())))
        .isEqualTo(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "(((((",
        "?",
        "\0\0",
        "\uD800",
        "a:b:c",
        "[a-z]+(a+)+$",
        "/(a|a)*b/",
        "~~~",
        "-",
        "\"\"",
      })
  void strangeTextsAreAnswered(String q) throws Exception {
    assertThat(catalogue.find(q).total()).isNotNegative();
  }

  @Test
  void longTextsAreAnswered() throws Exception {
    for (String q :
        List.of(
            "a ".repeat(250),
            "love ".repeat(100),
            "x".repeat(500),
            "東".repeat(500),
            "ab ".repeat(166),
            IntStream.range(0, 120).mapToObj(Integer::toString).collect(joining(" ")),
            letters(500, 'a', 26),
            letters(500, 'а', 32),
            letters(499, '一', 5_000),
            "love like time more when your that have mine make take come home lone done gone"
                + " bone tone zone")) {
      assertThat(catalogue.find(q).total()).isNotNegative();
      assertThat(catalogue.suggest(q)).isNotNull();
    }
  }

  private static String letters(int count, int first, int different) {
    return new Random(1)
        .ints(count, first, first + different)
        .mapToObj(Character::toString)
        .collect(joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "hime", "home zzzzz somebody"})
  void pagesOfAReadingNeitherRepeatNorSkip(String q) throws Exception {
    List<String> paged = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    long total;
    do {
      SearchResult page =
          catalogue.search.search(
              new SearchRequest(
                  q,
                  Syntax.LENIENT,
                  TrackFilter.EVERYTHING,
                  Versions.ONE,
                  TrackSort.RELEVANCE,
                  7,
                  cursor,
                  Blend.DEFAULT,
                  Extras.NONE));
      total = page.total();
      page.tracks().forEach(hit -> paged.add(hit.track().id()));
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    assertThat(paged).doesNotHaveDuplicates().hasSize((int) total).hasSizeGreaterThan(20);
  }
}
