package dev.segue.search;

import dev.segue.catalog.NumericField;
import dev.segue.index.GenreCount;
import dev.segue.index.TextQuery;
import dev.segue.index.TimeBudget;
import dev.segue.index.TrackIndex;
import dev.segue.query.NameKey;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Understands wishes in plain English, word by word, by the tables here: moods and sounds ("sad",
 * "acoustic"), lengths ("under 3 minutes"), tempos ("120 bpm"), keys ("in C minor"), decades
 * ("90s") and the genres of the catalogue.
 */
final class Understanding {
  private static final double LEAST = Double.NEGATIVE_INFINITY;
  private static final double MOST = Double.POSITIVE_INFINITY;

  private static final Map<String, Bound> WORDS = new HashMap<>();

  static {
    atMost(NumericField.ENERGY, .4, "calm", "chill", "mellow", "relaxing", "relaxed", "peaceful");
    atLeast(NumericField.ENERGY, .75, "energetic", "intense", "powerful", "energizing");
    atMost(NumericField.VALENCE, .3, "sad", "melancholic", "melancholy", "gloomy", "dark");
    atLeast(NumericField.VALENCE, .7, "happy", "cheerful", "joyful", "upbeat");
    atLeast(NumericField.ACOUSTICNESS, .7, "acoustic", "unplugged");
    atLeast(NumericField.INSTRUMENTALNESS, .5, "instrumental", "instrumentals");
    atLeast(NumericField.DANCEABILITY, .7, "danceable", "dancey");
    atLeast(NumericField.LIVENESS, .7, "live");
    atLeast(NumericField.LOUDNESS, -5, "loud");
    atMost(NumericField.LOUDNESS, -14, "quiet", "soft");
    atMost(NumericField.TEMPO, 90, "slow");
    atLeast(NumericField.TEMPO, 135, "fast");
    atLeast(NumericField.POPULARITY, 60, "popular", "famous");
    atMost(NumericField.POPULARITY, 20, "obscure", "unknown");
  }

  private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";

  /** How some words bound numbers of a track; not at all where they turn out to mean nothing. */
  private record Rule(Pattern pattern, Function<MatchResult, List<Bound>> bounds) {
    static Rule of(String pattern, Function<MatchResult, List<Bound>> bounds) {
      return new Rule(
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
          bounds);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "(?:under|below|less than|shorter than|up to|at most) "
                  + NUMBER
                  + " ?(min|sec)[a-z]*",
              match -> List.of(new Bound(NumericField.DURATION_MS, LEAST, millis(match)))),
          Rule.of(
              "(?:over|above|more than|longer than|at least) " + NUMBER + " ?(min|sec)[a-z]*",
              match -> List.of(new Bound(NumericField.DURATION_MS, millis(match), MOST))),
          Rule.of(
              "(?:under|below|less than|slower than|up to|at most) " + NUMBER + " ?bpm",
              match -> List.of(new Bound(NumericField.TEMPO, LEAST, number(match)))),
          Rule.of(
              "(?:over|above|more than|faster than|at least) " + NUMBER + " ?bpm",
              match -> List.of(new Bound(NumericField.TEMPO, number(match), MOST))),
          Rule.of(NUMBER + " ?bpm", match -> tempo(number(match))),
          // "A minor" may be the beginning of "a minor thing".
          Rule.of(
              "(?:in |(?=[b-g]|a ?(?:#|♯|sharp|♭|flat)))([a-g]) ?(#|♯|sharp|b|♭|flat|)"
                  + " ?(major|minor)",
              Understanding::key),
          Rule.of("((?:19|20)?\\d0)['’]?s", match -> decade(Integer.parseInt(match.group(1)))));

  private static final Pattern NEGATION =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:not|no|without) $", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}&'’-]+");

  /** What people say around their wishes. */
  private static final Set<String> AROUND =
      Set.of(
          "song",
          "songs",
          "music",
          "track",
          "tracks",
          "tune",
          "tunes",
          "some",
          "something",
          "stuff",
          "for",
          "me",
          "to",
          "with",
          "and",
          "the",
          "a",
          "an",
          "that",
          "is",
          "are",
          "very",
          "really",
          "please",
          "play",
          "find",
          "i",
          "want",
          "listen",
          "in",
          "from",
          "of");

  /** From A on, in half tones above C. */
  private static final List<Integer> SCALE = List.of(9, 11, 0, 2, 4, 5, 7);

  /** In beats a minute, to either side. */
  private static final double TEMPO_TOLERANCE = 2;

  /** Two-figure decades from this one on are of the last century. */
  private static final int OLDEST_SHORT_DECADE = 30;

  /** In words. */
  private static final int LONGEST_GENRE = 4;

  /** By what is left of a name without case, signs and spaces, so that "hip hop" is "hip-hop". */
  private final Map<String, String> genres;

  private final boolean years;

  /** Bounds of a number, both inclusive. */
  private record Bound(NumericField field, double min, double max) {
    TrackFilter filter() {
      return new TrackFilter.Range(field, min, max);
    }

    String meaning() {
      String label = field.label() + " ";
      if (min == max) {
        return label + plain(min);
      }
      return label
          + (min == LEAST
              ? "at most " + plain(max)
              : max == MOST ? "at least " + plain(min) : plain(min) + " to " + plain(max));
    }

    private static String plain(double number) {
      return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
  }

  /**
   * What a question means.
   *
   * @param wishes in order
   * @param rest what is left of the question, in its place, without them and what is said around
   *     them
   */
  record Meaning(List<Understood> wishes, String rest) {
    TrackFilter filter() {
      return new TrackFilter.AllOf(wishes.stream().map(Understood::filter).toList());
    }
  }

  /** Understands questions to an index. */
  static Understanding of(TrackIndex index) throws IOException {
    TrackFilter withYear = new TrackFilter.Range(NumericField.YEAR, LEAST, MOST);
    TextQuery first =
        new TextQuery(
            index.read(""),
            0,
            withYear,
            TrackSort.RELEVANCE,
            1,
            false,
            TimeBudget.of(Duration.ofMinutes(1)),
            Optional.empty());
    return new Understanding(
        index.genres().stream().map(GenreCount::name).toList(), !index.search(first).isEmpty());
  }

  /**
   * Understands questions to a catalogue.
   *
   * @param genres that it has
   * @param years whether its tracks have years
   */
  Understanding(Collection<String> genres, boolean years) {
    this.genres =
        genres.stream()
            .collect(Collectors.toMap(Understanding::bare, name -> name, (one, other) -> one));
    this.years = years;
  }

  /** What a text means; without a wish in it, the text is left as it is. */
  Meaning of(String text) {
    List<Understood> wishes = new ArrayList<>();
    BitSet taken = new BitSet(text.length());
    for (Rule rule : RULES) {
      rule.pattern
          .matcher(text)
          .results()
          .filter(match -> taken.get(match.start(), match.end()).isEmpty())
          .forEach(match -> add(wishes, taken, text, match, rule));
    }
    List<MatchResult> words = WORD.matcher(text).results().toList();
    for (int from = 0; from < words.size(); from++) {
      for (int count = Math.min(LONGEST_GENRE, words.size() - from); count > 0; count--) {
        int start = words.get(from).start();
        int end = words.get(from + count - 1).end();
        if (taken.get(start, end).isEmpty()) {
          add(wishes, taken, text, start, end, filter(text.substring(start, end)));
        }
      }
    }
    wishes.sort(Comparator.comparingInt(Understood::start));
    return new Meaning(List.copyOf(wishes), wishes.isEmpty() ? text : rest(text, words, taken));
  }

  private void add(
      List<Understood> wishes, BitSet taken, String text, MatchResult match, Rule rule) {
    List<Bound> bounds = rule.bounds.apply(match);
    boolean known = years || bounds.stream().noneMatch(b -> b.field == NumericField.YEAR);
    if (!bounds.isEmpty() && known) {
      add(wishes, taken, text, match.start(), match.end(), Optional.of(wish(bounds)));
    }
  }

  private static void add(
      List<Understood> wishes, BitSet taken, String text, int start, int end, Optional<Wish> wish) {
    if (wish.isEmpty()) {
      return;
    }
    Matcher negation = NEGATION.matcher(text).region(0, start);
    boolean not = negation.find();
    int from = not ? negation.start() : start;
    wishes.add(
        new Understood(
            text.substring(from, end),
            from,
            end,
            (not ? "not " : "") + wish.get().meaning,
            not ? new TrackFilter.Not(wish.get().filter) : wish.get().filter));
    taken.set(from, end);
  }

  private record Wish(String meaning, TrackFilter filter) {}

  private static Wish wish(List<Bound> bounds) {
    return new Wish(
        bounds.stream().map(Bound::meaning).collect(Collectors.joining(", ")),
        new TrackFilter.AllOf(bounds.stream().map(Bound::filter).toList()));
  }

  /** A genre, a sound, or either. */
  private Optional<Wish> filter(String words) {
    Optional<Wish> sound =
        Optional.ofNullable(WORDS.get(words.toLowerCase(Locale.ROOT)))
            .map(bound -> wish(List.of(bound)));
    Optional<Wish> genre =
        Optional.ofNullable(genres.get(bare(words)))
            .map(
                name ->
                    new Wish(
                        "genre " + name,
                        new TrackFilter.GenreAnyOf(TrackFilter.keys(List.of(name)))));
    if (sound.isEmpty() || genre.isEmpty()) {
      return sound.or(() -> genre);
    }
    TrackFilter neither =
        new TrackFilter.AllOf(
            List.of(
                new TrackFilter.Not(sound.get().filter), new TrackFilter.Not(genre.get().filter)));
    return Optional.of(
        new Wish(sound.get().meaning + " or " + genre.get().meaning, new TrackFilter.Not(neither)));
  }

  /** The text with blanks in the place of wishes and of what is said around them. */
  private static String rest(String text, List<MatchResult> words, BitSet taken) {
    BitSet blank = (BitSet) taken.clone();
    words.stream()
        .filter(word -> AROUND.contains(word.group().toLowerCase(Locale.ROOT)))
        .forEach(word -> blank.set(word.start(), word.end()));
    StringBuilder rest = new StringBuilder(text);
    blank.stream().forEach(i -> rest.setCharAt(i, ' '));
    return rest.toString();
  }

  private static double millis(MatchResult match) {
    double unit = match.group(2).equalsIgnoreCase("min") ? 60_000 : 1_000;
    return number(match) * unit;
  }

  private static double number(MatchResult match) {
    return Double.parseDouble(match.group(1));
  }

  private static List<Bound> tempo(double bpm) {
    return List.of(new Bound(NumericField.TEMPO, bpm - TEMPO_TOLERANCE, bpm + TEMPO_TOLERANCE));
  }

  private static List<Bound> decade(int year) {
    int first = year >= 100 ? year : year + (year >= OLDEST_SHORT_DECADE ? 1900 : 2000);
    return List.of(new Bound(NumericField.YEAR, first, first + 9));
  }

  private static List<Bound> key(MatchResult match) {
    int step =
        switch (match.group(2).toLowerCase(Locale.ROOT)) {
          case "" -> 0;
          case "#", "♯", "sharp" -> 1;
          default -> -1;
        };
    int tone = SCALE.get(Character.toLowerCase(match.group(1).charAt(0)) - 'a') + step;
    int mode = match.group(3).equalsIgnoreCase("major") ? 1 : 0;
    return List.of(
        new Bound(NumericField.KEY, Math.floorMod(tone, 12), Math.floorMod(tone, 12)),
        new Bound(NumericField.MODE, mode, mode));
  }

  private static String bare(String name) {
    return NameKey.of(name).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static void atMost(NumericField field, double max, String... words) {
    put(new Bound(field, LEAST, max), words);
  }

  private static void atLeast(NumericField field, double min, String... words) {
    put(new Bound(field, min, MOST), words);
  }

  private static void put(Bound bound, String... words) {
    for (String word : words) {
      WORDS.put(word, bound);
    }
  }
}
