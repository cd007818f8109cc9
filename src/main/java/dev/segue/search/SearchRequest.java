package dev.segue.search;

import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.rank.Fusion;
import dev.segue.vector.FeatureSpace;
import java.util.Locale;
import java.util.Optional;

/**
 * Words to look for, and how to answer.
 *
 * @param q what was typed, at most {@value #MAX_LENGTH} characters, in the language of {@link
 *     dev.segue.query.QuerySyntax}; blank, or a star, lists every track
 * @param syntax what is done when that is broken
 * @param filter which tracks may be answered
 * @param versions which tracks of one recording may be answered
 * @param sort in which order
 * @param limit how many on a page, 1 to {@value #MAX_LIMIT}
 * @param cursor {@link SearchResult#nextCursor} of the page before
 * @param blend how words and sound are joined
 * @param extras what is answered beside the tracks
 */
public record SearchRequest(
    String q,
    Syntax syntax,
    TrackFilter filter,
    Versions versions,
    TrackSort sort,
    int limit,
    Optional<String> cursor,
    Blend blend,
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

  /** What tracks are found by. */
  public enum Mode {
    /** Only by words. */
    TEXT,
    /** By words, by wishes understood in them, and by the sound of what these find. */
    HYBRID,
    /** Only by the sound of what words and wishes find. */
    SOUND
  }

  /**
   * How words and sound are joined.
   *
   * @param mode empty for text where the words name a song or an artist, and hybrid elsewhere
   * @param fusion of the legs of a hybrid answer
   * @param space in which sound is compared; empty for the index's first
   */
  public record Blend(Optional<Mode> mode, Fusion fusion, Optional<FeatureSpace> space) {
    /** What is done when nothing else is asked for. */
    public static final Blend DEFAULT =
        new Blend(Optional.empty(), new Fusion.Linear(), Optional.empty());
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
   * Checks length, limit, and that what is joined is sorted by relevance.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public SearchRequest {
    checkText(q);
    RequestException.checkCount("limit", limit, 1, MAX_LIMIT);
    boolean joined = blend.mode().isPresent() && blend.mode().get() != Mode.TEXT;
    if (joined && sort.by() != TrackSort.By.RELEVANCE) {
      throw RequestException.invalid(
          "sort",
          "mode is %s, whose tracks are sorted by relevance only; leave out sort, or ask with mode=text."
              .formatted(blend.mode().get().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** The best tracks for some words. */
  public static SearchRequest best(String q, int limit) {
    return best(q, TrackFilter.EVERYTHING, limit, Optional.empty(), Blend.DEFAULT);
  }

  /** One page of the best tracks that pass a filter and are found by words, never by sound. */
  public static SearchRequest byWords(
      String q, TrackFilter filter, int limit, Optional<String> cursor) {
    Blend words = new Blend(Optional.of(Mode.TEXT), Blend.DEFAULT.fusion(), Optional.empty());
    return best(q, filter, limit, cursor, words);
  }

  private static SearchRequest best(
      String q, TrackFilter filter, int limit, Optional<String> cursor, Blend blend) {
    return new SearchRequest(
        q,
        Syntax.LENIENT,
        filter,
        Versions.ONE,
        TrackSort.RELEVANCE,
        limit,
        cursor,
        blend,
        Extras.NONE);
  }

  /**
   * Checks the length of a text.
   *
   * @throws RequestException naming the value and the limit
   */
  public static void checkText(String q) {
    if (q.length() > MAX_LENGTH) {
      throw RequestException.invalid(
          "q", "q has %d characters, allowed are %d.".formatted(q.length(), MAX_LENGTH));
    }
  }
}
