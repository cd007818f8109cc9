package dev.segue.search;

import dev.segue.index.QueryText;
import dev.segue.index.QueryWord;
import dev.segue.index.Resemblance;
import dev.segue.index.Spelling;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.TimeBudget;
import dev.segue.index.TrackIndex;
import dev.segue.index.Vocabulary;
import dev.segue.index.Vocabulary.Near;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.search.Reading.Replacement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a question that no track fits as one that some track does: a noisy channel (Kernighan,
 * Church & Gale 1990, "A spelling correction program based on a noisy channel model") whose source
 * is the catalogue itself. Every word is given the spellings near to it; the tracks that have one
 * of each say which words may have been meant together; of these readings the one is taken whose
 * best track scores highest, less {@value #COST} times what its spellings cost.
 */
final class Speller {
  private static final double COST = 3;

  /** In letters: shorter words are taken as they are, longer ones may be two edits off. */
  private static final int SHORTEST = 3;

  private static final int LONG = 6;

  private static final double BEGINNING = 0.25;
  private static final double SPACE = 0.5;
  private static final double OTHER_FIRST_LETTER = 0.5;
  private static final double SOUND = 2;

  /** The catalogue knows a word better when so many times as many tracks have it as a rare one. */
  private static final int RARE = 10;

  private static final int COMMONER = 20;

  /** Of all words together: an index looks for so many at once, parted ones in three fields. */
  private static final int SPELLINGS = 300;

  private static final int MOST_SPELLINGS_A_WORD = 50;
  private static final int MOST_SOUNDING_ALIKE = 10;
  private static final int CANDIDATES = 10;

  private final TrackIndex index;
  private final Vocabulary vocabulary;

  Speller(TrackIndex index) {
    this.index = index;
    vocabulary = index.vocabulary();
  }

  /**
   * How far spellings may be from what was typed; each step costs more time than the one before.
   */
  private enum Reach {
    /** One edit, in words that the catalogue does not have. */
    ONE_EDIT,
    /** Two edits in long words, one in short ones, that the catalogue does not have. */
    TWO_EDITS,
    /** One edit in the words that it has, too. */
    KNOWN_WORDS
  }

  /** A reading that has as many of the words as any track has, but more than half. */
  Optional<Reading> read(QueryText text, TrackFilter filter, TimeBudget budget) throws IOException {
    List<QueryWord> words = text.words().stream().filter(word -> !word.optional()).toList();
    List<List<Spelling>> spellings = List.of();
    for (Reach reach : Reach.values()) {
      if (budget.isSpent()) {
        return Optional.empty();
      }
      spellings = spellings(words, reach);
      if (spellings.stream().noneMatch(List::isEmpty)) {
        List<Resemblance> candidates =
            index.resembling(spellings, words.size(), filter, CANDIDATES);
        if (!candidates.isEmpty()) {
          return best(text, words, candidates, filter, budget);
        }
      }
    }
    return best(text, words, most(words.size(), spellings, filter, budget), filter, budget);
  }

  /**
   * The same question with words that many more tracks have in the place of rare ones, where more
   * tracks fit it.
   *
   * @param versions which tracks of one recording count
   * @param total how many fit the question itself
   */
  Optional<Reading> better(
      QueryText text, TrackFilter filter, Versions versions, long total, TimeBudget budget)
      throws IOException {
    List<QueryWord> words = text.words().stream().filter(word -> !word.optional()).toList();
    List<Optional<Spelling>> choice = new ArrayList<>();
    for (QueryWord word : words) {
      choice.add(Optional.of(commoner(word).orElse(new Spelling(word.text(), false, 0))));
    }
    Reading reading = reading(text, words, choice);
    if (reading.replacements().isEmpty()) {
      return Optional.empty();
    }
    TextHits hits = index.search(first(reading, filter, versions, budget));
    return Optional.of(reading).filter(other -> hits.total() > total);
  }

  private Optional<Spelling> commoner(QueryWord word) throws IOException {
    String text = word.text();
    int tracks = vocabulary.tracksWith(text);
    if (tracks > RARE || text.codePointCount(0, text.length()) <= SHORTEST) {
      return Optional.empty();
    }
    return vocabulary.near(text, 1, 1).stream()
        .filter(near -> near.tracks() >= COMMONER * Math.max(tracks, 1))
        .map(near -> new Spelling(near.text(), false, near.edits()))
        .findFirst();
  }

  /** Tracks that have as many of the words as any, found by bisection; but more than half. */
  private List<Resemblance> most(
      int words, List<List<Spelling>> spellings, TrackFilter filter, TimeBudget budget)
      throws IOException {
    List<Resemblance> candidates = List.of();
    int low = words / 2 + 1;
    int high = words - 1;
    while (low <= high && !budget.isSpent()) {
      int middle = (low + high + 1) / 2;
      List<Resemblance> found = index.resembling(spellings, middle, filter, CANDIDATES);
      if (found.isEmpty()) {
        high = middle - 1;
      } else {
        candidates = found;
        low = middle + 1;
      }
    }
    return candidates;
  }

  /** For each word, what may be meant by it, the likeliest first. */
  private List<List<Spelling>> spellings(List<QueryWord> words, Reach reach) throws IOException {
    int limit = Math.clamp(SPELLINGS / Math.max(words.size(), 1), 1, MOST_SPELLINGS_A_WORD);
    List<List<Spelling>> spellings = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      List<Spelling> of = new ArrayList<>(spellings(words.get(i), reach, limit));
      if (i > 0) {
        addJoined(of, words.get(i - 1), words.get(i));
      }
      if (i + 1 < words.size()) {
        addJoined(of, words.get(i), words.get(i + 1));
      }
      of.sort(Comparator.comparingDouble(Spelling::cost));
      spellings.add(List.copyOf(of.subList(0, Math.min(limit, of.size()))));
    }
    return spellings;
  }

  private List<Spelling> spellings(QueryWord word, Reach reach, int limit) throws IOException {
    List<Spelling> spellings = new ArrayList<>();
    String text = word.text();
    boolean known = vocabulary.tracksWith(text) > 0;
    if (known) {
      spellings.add(new Spelling(text, false, 0));
    }
    if (word.beginning()) {
      spellings.add(new Spelling(text, true, BEGINNING));
    }
    int letters = text.codePointCount(0, text.length());
    if (letters < SHORTEST || (known && reach != Reach.KNOWN_WORDS)) {
      return spellings;
    }
    int edits = letters < LONG || known || reach == Reach.ONE_EDIT ? 1 : 2;
    for (Near near : vocabulary.near(text, edits, limit)) {
      boolean sameFirst = near.text().codePointAt(0) == text.codePointAt(0);
      spellings.add(
          new Spelling(near.text(), false, near.edits() + (sameFirst ? 0 : OTHER_FIRST_LETTER)));
    }
    addParted(spellings, text);
    if (reach != Reach.ONE_EDIT && !known) {
      for (String alike : vocabulary.soundingLike(text, MOST_SOUNDING_ALIKE)) {
        spellings.add(new Spelling(alike, false, SOUND));
      }
    }
    return spellings;
  }

  private void addParted(List<Spelling> spellings, String text) throws IOException {
    for (int i = 1; i < text.length(); i++) {
      if (!Character.isLowSurrogate(text.charAt(i))
          && vocabulary.tracksWith(text.substring(0, i)) > 0
          && vocabulary.tracksWith(text.substring(i)) > 0) {
        spellings.add(new Spelling(text.substring(0, i) + " " + text.substring(i), false, SPACE));
      }
    }
  }

  private void addJoined(List<Spelling> spellings, QueryWord one, QueryWord next)
      throws IOException {
    String joined = one.text() + next.text();
    if (vocabulary.tracksWith(joined) > 0) {
      spellings.add(new Spelling(joined, false, SPACE));
    }
  }

  /** Of the readings that the candidates suggest, the likeliest. */
  private Optional<Reading> best(
      QueryText text,
      List<QueryWord> words,
      List<Resemblance> candidates,
      TrackFilter filter,
      TimeBudget budget)
      throws IOException {
    Set<List<Optional<Spelling>>> choices =
        candidates.stream()
            .map(Resemblance::said)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Optional<Reading> best = Optional.empty();
    double bestScore = Double.NEGATIVE_INFINITY;
    for (List<Optional<Spelling>> choice : choices) {
      Reading reading = reading(text, words, choice);
      if (2 * reading.atLeast() <= reading.text().required()) {
        continue; // of words that come again, only some were left
      }
      TextHits hits = index.search(first(reading, filter, Versions.ALL, budget));
      double cost = choice.stream().flatMap(Optional::stream).mapToDouble(Spelling::cost).sum();
      if (hits.total() > 0) {
        double score = hits.ranking().getFirst().score() - COST * cost;
        if (score > bestScore) {
          bestScore = score;
          best = Optional.of(reading);
        }
      }
    }
    return best;
  }

  private Reading reading(QueryText text, List<QueryWord> words, List<Optional<Spelling>> choice) {
    List<Replacement> replacements = new ArrayList<>();
    Set<String> unmatched = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      QueryWord word = words.get(i);
      Optional<Spelling> spelling = choice.get(i);
      String both = i > 0 ? words.get(i - 1).text() + word.text() : "";
      boolean joined =
          i > 0
              && spelling.equals(choice.get(i - 1))
              && spelling.filter(put -> put.text().equals(both)).isPresent();
      if (spelling.isEmpty()) {
        unmatched.add(word.text());
      } else if (joined) {
        replacements.add(new Replacement(replacements.removeLast().start(), word.end(), both));
      } else if (!spelling.get().text().equals(word.text())) {
        replacements.add(new Replacement(word.start(), word.end(), spelling.get().text()));
      }
    }
    Reading typed = new Reading(text, 0, replacements);
    QueryText corrected = index.read(typed.applied(text.text())).optional(optionalOf(text));
    return new Reading(corrected, corrected.required() - unmatched.size(), replacements);
  }

  private static TextQuery first(
      Reading reading, TrackFilter filter, Versions versions, TimeBudget budget) {
    return new TextQuery(
        reading.text(),
        reading.atLeast(),
        filter,
        versions,
        TrackSort.RELEVANCE,
        1,
        false,
        budget,
        Optional.empty());
  }

  private static Predicate<String> optionalOf(QueryText text) {
    Set<String> optional =
        text.words().stream()
            .filter(QueryWord::optional)
            .map(QueryWord::text)
            .collect(Collectors.toSet());
    return optional::contains;
  }
}
