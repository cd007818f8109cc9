package dev.segue.index;

import static dev.segue.index.Songs.song;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segue.catalog.Track;
import dev.segue.index.Vocabulary.Near;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every index must make of words. */
public abstract class TextContract {
  @TempDir private Path folder;

  /** The kind of index that is held against the contract. */
  protected abstract IndexBackend backend();

  @Test
  void findsWordsWhereverTheyStand() throws Exception {
    List<Track> songs =
        List.of(
            song("hello", "Hello", "Adele", "25", "soul"),
            song("other", "Hello", "Lionel Richie", "Can't Slow Down", "soul"),
            song("plan", "God's Plan", "Drake", "Scorpion", "hip-hop"),
            song("new", "Largo", "Antonín Dvořák", "New World", "classical"),
            song("be", "べつ", "そら", "歌", "j-pop"),
            song("wide", "ＦＵＬＬ Ｗｉｄｔｈ", "ｶﾞｷﾞ", "B", "j-pop"),
            song("city", "東京都", "D", "E", "j-pop"),
            song("cities", "東京 京都", "D", "E", "j-pop"),
            song("love", "ラブ・ストーリーは突然に", "小田和正", "C", "j-pop"),
            song("tnt", "T.N.T.", "AC/DC", "High Voltage", "rock"),
            song("cane", "Sugar Cane", "P!nk", "Candy", "pop"),
            song("divide", "÷", "Ed Sheeran", "÷", "pop"),
            song("kids", "Kids 👶🏽", "Emoji", "Face", "pop"));
    try (TrackIndex index = build(songs)) {
      assertThat(first(index, "adele hello")).isEqualTo("hello");
      assertThat(first(index, "hello adele")).isEqualTo("hello");
      assertThat(first(index, "HELLO")).isIn("hello", "other");
      assertThat(first(index, "gods plan drake")).isEqualTo("plan");
      assertThat(first(index, "god’s plan")).isEqualTo("plan");
      assertThat(first(index, "dvorak")).isEqualTo("new");
      assertThat(first(index, "Dvorˇák world")).isEqualTo("new");
      assertThat(first(index, "scorp")).isEqualTo("plan");
      assertThat(first(index, "dvor\u030C")).as("not composed, not finished").isEqualTo("new");
      assertThat(first(index, "richie slow soul")).isEqualTo("other");
      assertThat(first(index, "べつ")).isEqualTo("be");
      assertThat(first(index, "full width")).isEqualTo("wide");
      assertThat(first(index, "ガギ")).isEqualTo("wide");
      assertThat(first(index, "東京都")).as("a whole title").isEqualTo("city");
      assertThat(first(index, "東京 京都")).as("a whole title").isEqualTo("cities");
      assertThat(first(index, "らぶ")).isEqualTo("love");
      assertThat(first(index, "突然")).as("part of a title without spaces").isEqualTo("love");
      assertThat(first(index, "和正 ストーリ")).isEqualTo("love");
      assertThat(first(index, "tnt")).isEqualTo("tnt");
      assertThat(first(index, "t.n.t acdc")).isEqualTo("tnt");
      assertThat(first(index, "ac dc")).isEqualTo("tnt");
      assertThat(first(index, "sugarcane pink")).isEqualTo("cane");
      assertThat(first(index, "÷")).as("a title of signs").isEqualTo("divide");
      assertThat(first(index, "👶🏽")).isEqualTo("kids");
      assertThat(find(index, "へつ").total()).as("voicing marks are letters").isZero();
      assertThat(find(index, "zzzz").total()).isZero();
      assertThat(find(index, "hello adele zzzz").total()).as("not all words").isZero();
      assertThat(find(index, "???").total()).as("nobody's title").isZero();
    }
  }

  @Test
  void theNearerTheQuestionToTheTitleTheHigher() throws Exception {
    List<Track> songs =
        List.of(
            song("words", "Rain of a Purple Kind", "X", "A", "pop"),
            song("phrase", "The Great Purple Rain Song", "X", "A", "pop"),
            song("bare", "Purple Rain (Live at Home)", "X", "A", "pop"),
            song("whole", "Purple Rain", "X", "A", "pop"));
    try (TrackIndex index = build(songs)) {
      assertThat(ids(index, find(index, "purple rain")))
          .containsExactly("whole", "bare", "phrase", "words");
    }
  }

  @Test
  void howATitleWasReleasedIsNoPartOfIt() throws Exception {
    List<Track> songs =
        List.of(
            song("plain", "Wonderwall", "X", "A", "pop"),
            Songs.withPopularity(song("live", "Wonderwall - Live", "X", "A", "pop"), 15),
            Songs.withPopularity(song("remaster", "Wonderwall - Remastered", "X", "A", "pop"), 12));
    try (TrackIndex index = build(songs)) {
      assertThat(ids(index, find(index, "wonderwall")))
          .containsExactly("remaster", "plain", "live");
    }
  }

  @Test
  void popularityDecidesBetweenEquals() throws Exception {
    Track plain = song("plain", "Same Song", "Same Artist", "Album", "pop");
    Track famous = Songs.withPopularity(Songs.renamed(plain, "famous"), 90);
    try (TrackIndex index = build(List.of(plain, famous, Songs.renamed(plain, "obscure")))) {
      assertThat(first(index, "same song")).isEqualTo("famous");
    }
  }

  @Test
  void saysWhetherTheBestIsNamed() throws Exception {
    List<Track> songs =
        List.of(
            song("Purple Rain (Live)", "AC/DC"),
            song("Кукушка", "Кино"),
            song("Blue Rain Over the River", "Nobody Else"));
    try (TrackIndex index = build(songs)) {
      for (String naming :
          List.of(
              "Purple Rain (Live)", "purple rain", "live acdc", "kukushka", "rain nobody else")) {
        assertThat(find(index, naming).named()).as(naming).isTrue();
      }
      for (String partly :
          List.of("", "purple", "blue rain", "rain over the river nobody", "zzz")) {
        assertThat(find(index, partly).named()).as("'%s'", partly).isFalse();
      }
    }
  }

  @Test
  void wordsMayBeOptionalOrOnlySomeOfThem() throws Exception {
    try (TrackIndex index =
        build(List.of(song("Hello There", "Adele"), song("Hello", "Lionel Richie")))) {
      QueryText text = index.read("hello there richie");
      assertThat(ids(index, index.search(query(text, 3)))).isEmpty();
      assertThat(ids(index, index.search(query(text, 2))))
          .containsExactlyInAnyOrder("Hello There", "Hello");
      QueryText optional = text.optional("there"::equals);
      assertThat(optional.required()).isEqualTo(2);
      assertThat(ids(index, index.search(query(optional, 2)))).containsExactly("Hello");
      assertThat(text.optional(word -> true)).as("not every word").isEqualTo(text);
    }
  }

  @Test
  void findsWhatResemblesTheWords() throws Exception {
    try (TrackIndex index =
        build(List.of(song("Sugar Cane Blues", "X"), song("Blue Sugar", "Y"), song("Cane", "Z")))) {
      List<List<Spelling>> words =
          List.of(
              List.of(new Spelling("sugar cane", false, .5), new Spelling("sugar", false, 2)),
              List.of(new Spelling("blu", true, 1)));
      assertThat(index.resembling(words, 2, TrackFilter.EVERYTHING, 10))
          .extracting(found -> found.track().track().id(), Resemblance::said)
          .containsExactly(
              tuple(
                  "Sugar Cane Blues",
                  List.of(Optional.of(words.get(0).get(0)), Optional.of(words.get(1).get(0)))),
              tuple(
                  "Blue Sugar",
                  List.of(Optional.of(words.get(0).get(1)), Optional.of(words.get(1).get(0)))));
      assertThat(index.resembling(words, 2, TrackFilter.EVERYTHING, 1)).hasSize(1);
    }
  }

  @Test
  void knowsWordsThatSoundAlike() throws Exception {
    try (TrackIndex index =
        build(List.of(song("Phonetic Night", "Sikander"), song("Phonetik", "Sikander")))) {
      assertThat(index.vocabulary().soundingLike("fonetic", 10))
          .containsExactlyInAnyOrder("phonetic", "phonetik");
      assertThat(index.vocabulary().soundingLike("fonetic", 1)).hasSize(1);
      assertThat(index.vocabulary().soundingLike("sikandar", 10)).containsExactly("sikander");
      assertThat(index.vocabulary().soundingLike("sikander", 10)).isEmpty();
      assertThat(index.vocabulary().soundingLike("おと", 10)).isEmpty();
    }
  }

  @Test
  void findsOtherScriptsInLatinLetters() throws Exception {
    List<Track> songs =
        List.of(
            song("kino", "Группа крови", "Кино", "Группа крови", "rock"),
            song("evgeny", "Шёлк", "Евгений Щукин", null, "pop"),
            song("greek", "Γεια σου", "Άννα", null, "pop"),
            song("utada", "初恋", "宇多田ヒカル", null, "j-pop"),
            song("tokyo", "東京", "スーパーカー", null, "j-pop"),
            song("jay", "月亮代表我的心", "周杰伦", null, "mandopop"),
            song("love", "사랑했지만", "김광석", null, "k-pop"),
            song("nfd", Normalizer.normalize("한국", Normalizer.Form.NFD), "X", null, "k-pop"),
            song("latin", "Hello", "World", null, "pop"));
    try (TrackIndex index = build(songs)) {
      assertThat(first(index, "kino gruppa krovi")).isEqualTo("kino");
      assertThat(first(index, "evgeniy shchukin")).isEqualTo("evgeny");
      assertThat(first(index, "geia sou anna")).isEqualTo("greek");
      assertThat(first(index, "utada hikaru")).isEqualTo("utada");
      assertThat(first(index, "utadahikaru")).as("a whole artist").isEqualTo("utada");
      assertThat(first(index, "tokyo supaka")).isEqualTo("tokyo");
      assertThat(first(index, "toukyou")).isEqualTo("tokyo");
      assertThat(first(index, "yue liang dai biao wo de xin")).isEqualTo("jay");
      assertThat(first(index, "zhoujielun")).isEqualTo("jay");
      assertThat(first(index, "hanguk")).isEqualTo("nfd");
      assertThat(first(index, "saranghaetjiman gimgwangseok")).isEqualTo("love");
    }
  }

  @Test
  void nearWordsAreAllThereAre() throws Exception {
    long seed = new Random().nextLong();
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    Random random = new Random(seed);
    List<String> words = new ArrayList<>();
    List<Track> songs = new ArrayList<>();
    Map<String, Integer> tracks = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      String word = word(random);
      words.add(word);
      songs.add(song("id" + i, word, word, null, word));
      tracks.merge(word, 1, Integer::sum);
    }
    try (TrackIndex index = build(songs)) {
      for (int i = 0; i < 100; i++) {
        String asked = random.nextBoolean() ? words.get(i) : word(random);
        int edits = 1 + random.nextInt(2);
        List<Near> expected =
            tracks.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(asked))
                .map(
                    entry ->
                        new Near(entry.getKey(), edits(asked, entry.getKey()), entry.getValue()))
                .filter(near -> near.edits() <= edits)
                .sorted(
                    Comparator.comparingInt(Near::edits)
                        .thenComparingInt(near -> -near.tracks())
                        .thenComparing(Near::text))
                .toList();
        Vocabulary vocabulary = index.vocabulary();
        assertThat(vocabulary.near(asked, edits, 1_000)).as(asked).isEqualTo(expected);
        assertThat(vocabulary.near(asked, edits, 3))
            .isEqualTo(expected.subList(0, Math.min(3, expected.size())));
        assertThat(vocabulary.tracksWith(asked)).isEqualTo(tracks.getOrDefault(asked, 0));
      }
    }
  }

  /** Few letters, so that many words are near. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      word.append("abcd".charAt(random.nextInt(4)));
    }
    return word.toString();
  }

  /** The definition of the optimal string alignment distance, as it stands. */
  private static int edits(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String shortA = a.substring(0, a.length() - 1);
    String shortB = b.substring(0, b.length() - 1);
    boolean same = a.charAt(shortA.length()) == b.charAt(shortB.length());
    int least =
        same
            ? edits(shortA, shortB)
            : 1 + Math.min(edits(shortA, shortB), Math.min(edits(shortA, b), edits(a, shortB)));
    boolean swapped =
        a.length() > 1
            && b.length() > 1
            && a.endsWith(new StringBuilder(b.substring(b.length() - 2)).reverse().toString());
    return swapped
        ? Math.min(least, 1 + edits(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2)))
        : least;
  }

  private TrackIndex build(List<Track> songs) throws Exception {
    return Indexes.build(backend(), songs, List.of(), folder);
  }

  private static TextQuery query(QueryText text, int atLeast) {
    return new TextQuery(
        text,
        atLeast,
        TrackFilter.EVERYTHING,
        Versions.ALL,
        TrackSort.RELEVANCE,
        10,
        false,
        TimeBudget.of(Duration.ofHours(1)),
        Optional.empty());
  }

  private static TextHits find(TrackIndex index, String text) throws IOException {
    QueryText read = index.read(text);
    return index.search(query(read, read.required()));
  }

  private static List<String> ids(TrackIndex index, TextHits hits) throws IOException {
    return index.tracks(hits.ranking(), Versions.ALL).stream()
        .map(hit -> hit.track().id())
        .toList();
  }

  private static String first(TrackIndex index, String text) throws IOException {
    List<String> ids = ids(index, find(index, text));
    return ids.isEmpty() ? "(nothing)" : ids.getFirst();
  }
}
