package dev.segue.index;

import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import java.util.Optional;

/**
 * Words to look for.
 *
 * @param text what was typed ({@link TrackIndex#read}); blank finds every track, the most popular
 *     first
 * @param atLeast how many of the words that are not optional a track must have
 * @param filter which tracks may be answered
 * @param versions which tracks of one recording may be answered
 * @param sort in which order
 * @param limit how many at most, at least 1
 * @param facets whether to count them
 * @param budget when it is spent, what was found so far is answered
 * @param after where an earlier answer to the same question ended ({@link TextHits#next})
 */
public record TextQuery(
    QueryText text,
    int atLeast,
    TrackFilter filter,
    Versions versions,
    TrackSort sort,
    int limit,
    boolean facets,
    TimeBudget budget,
    Optional<String> after) {

  /** The most popular tracks that pass a filter, whatever their words. */
  public static TextQuery mostPopular(
      QueryText blank, TrackFilter filter, Versions versions, int limit, boolean facets) {
    return new TextQuery(
        blank,
        0,
        filter,
        versions,
        TrackSort.RELEVANCE,
        limit,
        facets,
        TimeBudget.ENDLESS,
        Optional.empty());
  }

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException with the value when it is below 1
   */
  public TextQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is %d, must be at least 1".formatted(limit));
    }
  }
}
