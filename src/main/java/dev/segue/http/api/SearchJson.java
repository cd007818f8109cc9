package dev.segue.http.api;

import dev.segue.index.Facets.Count;
import dev.segue.search.MarkedText;
import java.util.List;

/**
 * What a search found.
 *
 * @param query as it was asked
 * @param total on all pages together
 * @param mode in which the tracks were found: {@code text}, {@code hybrid} or {@code sound}
 * @param understood wishes that were found in the query
 * @param syntaxError why the query was read as plain words, {@code null} when it was not
 * @param didYouMean in words that the catalogue knows better, {@code null} when there are none
 * @param suggestions what may have been meant, when nothing was found
 * @param facets what the tracks of all pages have in common, {@code null} when not asked for
 * @param partial whether the time was over before everything was looked at
 * @param nextCursor asks for the next page, {@code null} on the last
 */
public record SearchJson(
    String query,
    long total,
    String mode,
    List<Understood> understood,
    SyntaxError syntaxError,
    DidYouMean didYouMean,
    List<HitJson> tracks,
    List<SuggestJson.Item> suggestions,
    Facets facets,
    boolean partial,
    String nextCursor) {

  /**
   * Another question.
   *
   * @param parts of it, what is other than in the query marked
   * @param applied whether the tracks are those of this question, as none fits the query itself
   */
  public record DidYouMean(String q, List<MarkedText.Part> parts, boolean applied) {
    static DidYouMean of(MarkedText text, boolean applied) {
      return new DidYouMean(text.text(), text.parts(), applied);
    }
  }

  /**
   * A wish.
   *
   * @param text as it stands in the query
   * @param meaning in words of the API
   * @param without the query without it
   */
  public record Understood(String text, String meaning, String without) {
    static Understood of(dev.segue.search.Understood wish, String q) {
      String without = q.substring(0, wish.start()) + q.substring(wish.end());
      return new Understood(
          wish.text(), wish.meaning(), without.strip().replaceAll("\\s{2,}", " "));
    }
  }

  /**
   * A mistake in the query language.
   *
   * @param position where, in characters from 0
   */
  public record SyntaxError(String detail, int position) {}

  /** How many tracks have a value, for each value that some have. */
  public record Facets(
      List<Count> genre,
      List<Count> artist,
      List<Count> popularityCategory,
      List<Count> decade,
      List<Count> explicit) {
    static Facets of(dev.segue.index.Facets facets) {
      return new Facets(
          facets.genres(),
          facets.artists(),
          facets.popularityCategories(),
          facets.decades(),
          facets.explicit());
    }
  }
}
