package dev.segue.index;

import java.util.List;

/**
 * What the tracks of an answer have in common, counted over the whole answer; the most frequent
 * first, and only values that some track has.
 *
 * @param genres at most {@value #MOST_VALUES}
 * @param artists at most {@value #MOST_VALUES}
 * @param popularityCategories in their order, from Low on
 * @param decades by their first year, in order; none when no track has a year
 * @param explicit {@code true} and {@code false}
 */
public record Facets(
    List<Count> genres,
    List<Count> artists,
    List<Count> popularityCategories,
    List<Count> decades,
    List<Count> explicit) {
  /** The most values of genres, and of artists. */
  public static final int MOST_VALUES = 20;

  /** So many tracks have a value. */
  public record Count(String value, int tracks) {}

  /** Copies. */
  public Facets {
    genres = List.copyOf(genres);
    artists = List.copyOf(artists);
    popularityCategories = List.copyOf(popularityCategories);
    decades = List.copyOf(decades);
    explicit = List.copyOf(explicit);
  }
}
