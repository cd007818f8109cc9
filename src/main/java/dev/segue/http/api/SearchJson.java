package dev.segue.http.api;

import dev.segue.search.MarkedText;
import java.util.List;

/**
 * What a search found.
 *
 * @param query as it was asked
 * @param total on all pages together
 * @param didYouMean in words that the catalogue knows better, {@code null} when there are none
 * @param suggestions what may have been meant, when nothing was found
 * @param nextCursor asks for the next page, {@code null} on the last
 */
public record SearchJson(
    String query,
    long total,
    DidYouMean didYouMean,
    List<HitJson> tracks,
    List<SuggestJson.Item> suggestions,
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
}
