package dev.segue.search;

import dev.segue.catalog.NumericField;
import dev.segue.index.GenreCount;
import dev.segue.index.TextQuery;
import dev.segue.index.TimeBudget;
import dev.segue.index.TrackIndex;
import dev.segue.query.NameKey;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Understands wishes in plain English, word by word, by {@link WishTable}: moods and sounds ("sad",
 * "acoustic"), lengths ("under 3 minutes"), tempos ("120 bpm"), keys ("in C minor"), decades
 * ("90s") and the genres of the catalogue.
 */
final class Understanding {
  private static final Pattern NEGATION =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?:not|no|without) $", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}&'’-]+");

  /** What people say around their wishes. */
  private static final Set<String> AROUND =
      Set.of(
          ("song songs music track tracks tune tunes some something stuff for me to with and the a"
                  + " an that is are very really please play find i want listen in from of")
              .split(" "));

  /** In words. */
  private static final int LONGEST_GENRE = 4;

  /** By what is left of a name without case, signs and spaces, so that "hip hop" is "hip-hop". */
  private final Map<String, String> genres;

  private final boolean years;

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
    TrackFilter withYear = new TrackFilter.Range(NumericField.YEAR, Bound.LEAST, Bound.MOST);
    TextQuery first =
        new TextQuery(
            index.read(""),
            0,
            withYear,
            Versions.ALL,
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
    for (WishTable.Rule rule : WishTable.RULES) {
      rule.pattern()
          .matcher(text)
          .results()
          .filter(match -> taken.get(match.start(), match.end()).isEmpty())
          .forEach(match -> add(wishes, taken, text, match, rule));
    }
    List<MatchResult> words = WORD.matcher(text).results().toList();
    List<String> bare = words.stream().map(word -> bare(word.group())).toList();
    for (int from = 0; from < words.size(); from++) {
      for (int count = Math.min(LONGEST_GENRE, words.size() - from); count > 0; count--) {
        int start = words.get(from).start();
        int end = words.get(from + count - 1).end();
        if (taken.get(start, end).isEmpty()) {
          String run = String.join("", bare.subList(from, from + count));
          add(wishes, taken, text, start, end, wish(text.substring(start, end), run));
        }
      }
    }
    wishes.sort(Comparator.comparingInt(Understood::start));
    return new Meaning(List.copyOf(wishes), wishes.isEmpty() ? text : rest(text, words, taken));
  }

  private void add(
      List<Understood> wishes, BitSet taken, String text, MatchResult match, WishTable.Rule rule) {
    List<Bound> bounds = rule.bounds().apply(match);
    boolean known = years || bounds.stream().noneMatch(b -> b.field() == NumericField.YEAR);
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

  /**
   * A genre, a sound, or either.
   *
   * @param bare the words as the genres' keys are written
   */
  private Optional<Wish> wish(String words, String bare) {
    Optional<Wish> sound = WishTable.word(words).map(bound -> wish(List.of(bound)));
    Optional<Wish> genre =
        Optional.ofNullable(genres.get(bare))
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

  private static String bare(String name) {
    return NameKey.of(name).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
