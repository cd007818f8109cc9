package dev.segue.search;

import dev.segue.catalog.NumericField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What plain English means in numbers of a track. The bounds are ours, set by ear. */
final class WishTable {
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

  /** From A on, in half tones above C. */
  private static final List<Integer> SCALE = List.of(9, 11, 0, 2, 4, 5, 7);

  /** In beats a minute, to either side. */
  private static final double TEMPO_TOLERANCE = 2;

  /** Two-figure decades from this one on are of the last century. */
  private static final int OLDEST_SHORT_DECADE = 30;

  /** How some words bound numbers of a track; not at all where they turn out to mean nothing. */
  record Rule(Pattern pattern, Function<MatchResult, List<Bound>> bounds) {
    private static Rule of(String pattern, Function<MatchResult, List<Bound>> bounds) {
      return new Rule(
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])",
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
          bounds);
    }
  }

  /** What several words mean together; of rules that overlap, the first holds. */
  static final List<Rule> RULES =
      List.of(
          Rule.of(
              "(?:under|below|less than|shorter than|up to|at most) "
                  + NUMBER
                  + " ?(min|sec)[a-z]*",
              match -> List.of(new Bound(NumericField.DURATION_MS, Bound.LEAST, millis(match)))),
          Rule.of(
              "(?:over|above|more than|longer than|at least) " + NUMBER + " ?(min|sec)[a-z]*",
              match -> List.of(new Bound(NumericField.DURATION_MS, millis(match), Bound.MOST))),
          Rule.of(
              "(?:under|below|less than|slower than|up to|at most) " + NUMBER + " ?bpm",
              match -> List.of(new Bound(NumericField.TEMPO, Bound.LEAST, number(match)))),
          Rule.of(
              "(?:over|above|more than|faster than|at least) " + NUMBER + " ?bpm",
              match -> List.of(new Bound(NumericField.TEMPO, number(match), Bound.MOST))),
          Rule.of(NUMBER + " ?bpm", match -> tempo(number(match))),
          // "A minor" may be the beginning of "a minor thing".
          Rule.of(
              "(?:in |(?=[b-g]|a ?(?:#|♯|sharp|♭|flat)))([a-g]) ?(#|♯|sharp|b|♭|flat|)"
                  + " ?(major|minor)",
              WishTable::key),
          Rule.of("((?:19|20)?\\d0)['’]?s", match -> decade(Integer.parseInt(match.group(1)))));

  private WishTable() {}

  /** What a single word means, if it means anything. */
  static Optional<Bound> word(String word) {
    return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
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

  private static void atMost(NumericField field, double max, String... words) {
    put(new Bound(field, Bound.LEAST, max), words);
  }

  private static void atLeast(NumericField field, double min, String... words) {
    put(new Bound(field, min, Bound.MOST), words);
  }

  private static void put(Bound bound, String... words) {
    for (String word : words) {
      WORDS.put(word, bound);
    }
  }
}
