package dev.segue.index;

import dev.segue.catalog.PopularityCategory;
import dev.segue.catalog.Track;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** Counts some tracks. */
  public static Facets of(List<Track> tracks) {
    Map<String, Integer> categories =
        count(
            tracks,
            track ->
                Stream.ofNullable(track.popularity())
                    .map(popularity -> PopularityCategory.of(popularity).label()));
    return new Facets(
        mostFrequent(count(tracks, track -> track.genres().stream())),
        mostFrequent(count(tracks, track -> track.artists().stream().distinct())),
        Arrays.stream(PopularityCategory.values())
            .map(PopularityCategory::label)
            .filter(categories::containsKey)
            .map(label -> new Count(label, categories.get(label)))
            .toList(),
        counts(count(tracks, track -> Stream.ofNullable(track.year()).map(Facets::decade))),
        mostFrequent(
            count(tracks, track -> Stream.ofNullable(track.explicit()).map(Object::toString))));
  }

  /** The decade of a year, by its first year. */
  public static String decade(int year) {
    return Integer.toString(year / 10 * 10);
  }

  private static Map<String, Integer> count(
      List<Track> tracks, Function<Track, Stream<String>> values) {
    Map<String, Integer> counts = new TreeMap<>();
    tracks.forEach(
        track -> values.apply(track).forEach(value -> counts.merge(value, 1, Integer::sum)));
    return counts;
  }

  private static List<Count> counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Count> mostFrequent(Map<String, Integer> counts) {
    return counts(counts).stream()
        .sorted(Comparator.comparingInt(Count::tracks).reversed())
        .limit(MOST_VALUES)
        .toList();
  }
}
