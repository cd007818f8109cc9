package dev.segue.http.api;

import dev.segue.catalog.Track;
import dev.segue.search.MarkedText;
import dev.segue.search.Suggestion;
import java.util.List;

/**
 * What may be meant by something half typed.
 *
 * @param query as it was asked
 */
public record SuggestJson(String query, List<Item> suggestions) {
  /**
   * A suggestion.
   *
   * @param kind that of {@link Suggestion.Kind}, in small letters
   * @param parts of the text, what was typed marked
   * @param artists whose track or album it is, {@code null} where it is neither
   * @param trackId the track, or the most popular of the artist or on the album; {@code null} for a
   *     genre
   */
  public record Item(
      String kind,
      String text,
      List<MarkedText.Part> parts,
      List<String> artists,
      String trackId,
      double score) {
    static Item of(Suggestion suggestion) {
      List<String> artists =
          switch (suggestion.kind()) {
            case TRACK, ALBUM -> suggestion.track().map(Track::artists).orElse(null);
            case ARTIST, GENRE -> null;
          };
      return new Item(
          Json.word(suggestion.kind()),
          suggestion.text().text(),
          suggestion.text().parts(),
          artists,
          suggestion.track().map(Track::id).orElse(null),
          Decimals.round(suggestion.score(), 2));
    }
  }
}
