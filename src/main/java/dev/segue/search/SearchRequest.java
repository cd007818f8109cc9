package dev.segue.search;

import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import java.util.Optional;

/**
 * Words to look for, and how to answer.
 *
 * @param q what was typed, at most {@value #MAX_LENGTH} characters, in the language of {@link
 *     dev.segue.query.QuerySyntax}; blank, or a star, lists every track
 * @param syntax what is done when that is broken
 * @param filter which tracks may be answered
 * @param sort in which order
 * @param limit how many on a page, 1 to {@value #MAX_LIMIT}
 * @param cursor {@link SearchResult#nextCursor} of the page before
 * @param extras what is answered beside the tracks
 */
public record SearchRequest(
    String q,
    Syntax syntax,
    TrackFilter filter,
    TrackSort sort,
    int limit,
    Optional<String> cursor,
    Extras extras) {
  /** The longest text that is searched for. */
  public static final int MAX_LENGTH = 500;

  /** The longest page. */
  public static final int MAX_LIMIT = 100;

  /** What is done with a question that the query language cannot read. */
  public enum Syntax {
    /** It is read as plain words, and the answer says so. */
    LENIENT,
    /** It is refused. */
    STRICT
  }

  /**
   * What costs a little more.
   *
   * @param facets whether the whole answer is counted
   * @param highlights whether names are marked
   */
  public record Extras(boolean facets, boolean highlights) {
    /** The tracks only. */
    public static final Extras NONE = new Extras(false, false);
  }

  /**
   * Checks length and limit.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public SearchRequest {
    checkText(q);
    RequestException.checkCount("limit", limit, 1, MAX_LIMIT);
  }

  /** The best tracks for some words. */
  public static SearchRequest best(String q, int limit) {
    return new SearchRequest(
        q,
        Syntax.LENIENT,
        TrackFilter.EVERYTHING,
        TrackSort.RELEVANCE,
        limit,
        Optional.empty(),
        Extras.NONE);
  }

  static void checkText(String q) {
    if (q.length() > MAX_LENGTH) {
      throw RequestException.invalid(
          "q", "q has %d characters, allowed are %d.".formatted(q.length(), MAX_LENGTH));
    }
  }
}
