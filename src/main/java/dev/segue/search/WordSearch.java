package dev.segue.search;

import dev.segue.index.QueryText;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.TimeBudget;
import dev.segue.index.TrackIndex;
import dev.segue.query.Cursor;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds tracks by words alone, in as many readings as it takes. */
final class WordSearch {
  /** Of how many tracks at most another question is thought of. */
  private static final int FEW = 10;

  private final TrackIndex index;
  private final Speller speller;

  WordSearch(TrackIndex index) {
    this.index = index;
    speller = new Speller(index);
  }

  /** Which of the tracks that fit. */
  record Page(
      TrackFilter filter,
      Versions versions,
      TrackSort sort,
      int limit,
      boolean facets,
      TimeBudget budget,
      Optional<String> after) {
    /** The first page of the same answer. */
    Page first() {
      return new Page(filter, versions, sort, limit, facets, budget, Optional.empty());
    }

    /** The same among fewer. */
    Page within(TrackFilter narrower) {
      return new Page(
          new TrackFilter.AllOf(List.of(filter, narrower)),
          versions,
          sort,
          limit,
          facets,
          budget,
          after);
    }

    /** The best of the same. */
    Page best(int atMost) {
      return new Page(
          filter, versions, TrackSort.RELEVANCE, atMost, false, budget, Optional.empty());
    }

    /** The best that passes a filter. */
    static Page best(TrackFilter filter, TimeBudget budget) {
      return new Page(
          filter, Versions.ONE, TrackSort.RELEVANCE, 1, false, budget, Optional.empty());
    }
  }

  /** What was searched for, and found. */
  record Answer(Reading reading, TextHits hits) {
    boolean isEmpty() {
      return hits.isEmpty();
    }

    /** Whether no track fits but those of the ranking. */
    boolean isWhole() {
      return hits.total() == hits.ranking().size();
    }

    boolean isFew() {
      return hits.total() <= FEW;
    }

    /** Whether all of the words were found, and name the best track or its artist. */
    boolean namesItsBest() {
      return hits.named() && reading.atLeast() >= reading.text().required();
    }
  }

  /** Takes the words as they were typed. */
  Answer asTyped(String text, Page page) throws IOException {
    return hits(Reading.of(index.read(text).optional(CommonWords::isLinking)), page);
  }

  /**
   * Takes the words, when no track has all of them, without those that name a version; then with
   * other spellings, or as many of the words as any track has.
   *
   * @param asTyped that came to nothing
   */
  Answer otherwise(String text, Page page, Answer asTyped) throws IOException {
    QueryText typed = asTyped.reading.text();
    if (typed.words().isEmpty() || page.budget.isSpent()) {
      return asTyped;
    }
    QueryText bare = index.read(text).optional(CommonWords::isAddition);
    if (bare.required() < typed.required()) {
      Answer answer = hits(Reading.of(bare), page);
      if (!answer.isEmpty()) {
        return answer;
      }
    }
    Optional<Reading> reading = speller.read(bare, page.filter, page.budget);
    return reading.isPresent() ? hits(reading.get(), page) : asTyped;
  }

  /** The first of these that finds something. */
  Answer answer(String text, Page page) throws IOException {
    Answer asTyped = asTyped(text, page);
    return asTyped.isEmpty() ? otherwise(text, page, asTyped) : asTyped;
  }

  /** A reading that the catalogue knows better, where few tracks fit a rare word. */
  Optional<Reading> better(Answer answer, TrackFilter filter, Versions versions, TimeBudget budget)
      throws IOException {
    return answer.isEmpty() || !answer.isFew() || answer.namesItsBest() || budget.isSpent()
        ? Optional.empty()
        : speller.better(answer.reading.text(), filter, versions, answer.hits.total(), budget);
  }

  /** What a reading finds. */
  Answer hits(Reading reading, Page page) throws IOException {
    try {
      TextHits hits =
          index.search(
              new TextQuery(
                  reading.text(),
                  reading.atLeast(),
                  page.filter,
                  page.versions,
                  page.sort,
                  page.limit,
                  page.facets,
                  page.budget,
                  page.after));
      return new Answer(reading, hits);
    } catch (IllegalArgumentException e) {
      if (page.after.isEmpty()) {
        throw e;
      }
      throw Cursor.invalid();
    }
  }
}
