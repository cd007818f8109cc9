package dev.segue.recommend;

import dev.segue.index.NearestQuery;
import dev.segue.index.TrackIndex;
import dev.segue.query.Entity;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Artists to artists, by their tracks: near each of the artist's {@value #TRACKS} most popular
 * recordings, every other artist is as good as his nearest track; the {@value #CANDIDATES} best in
 * sum are candidates. The most related is the one whose mean track is nearest to the artist's own;
 * of several with the very same tracks, such as the cast of one song, one is named. Time that of
 * {@value #TRACKS} searches for neighbours, and O(tracks of the candidates). Thread-safe.
 */
public final class RelatedArtists {
  private static final int TRACKS = 20;
  private static final int NEIGHBOURS = 100;
  private static final int CANDIDATES = 100;

  private final TrackIndex index;
  private final FeatureSpace space;

  /**
   * Related artists of an index.
   *
   * @param space in which tracks are compared
   */
  public RelatedArtists(TrackIndex index, FeatureSpace space) {
    this.index = index;
    this.space = space;
  }

  /** An artist's tracks, and how far their mean is from that of the artist who was asked about. */
  private record Distant(String id, List<Integer> tracks, double distance) {}

  /**
   * The ids of the most related artists, the nearest first; none of an artist without a place.
   *
   * @param id of an artist, as {@link Entity} derives it
   * @param limit how many at most
   */
  public List<String> of(String id, int limit) throws IOException {
    Optional<float[]> own = SeedPlaces.mean(index, space, tracks(id));
    if (own.isEmpty()) {
      return List.of();
    }
    List<Distant> distances = new ArrayList<>();
    for (String candidate : candidates(id)) {
      List<Integer> tracks = tracks(candidate);
      SeedPlaces.mean(index, space, tracks)
          .map(mean -> space.metric().distance(own.get(), mean))
          .ifPresent(distance -> distances.add(new Distant(candidate, tracks, distance)));
    }
    distances.sort(Comparator.comparingDouble(Distant::distance).thenComparing(Distant::id));
    Map<List<Integer>, String> related = new LinkedHashMap<>();
    distances.forEach(each -> related.putIfAbsent(each.tracks(), each.id()));
    return related.values().stream().limit(limit).toList();
  }

  private List<String> candidates(String id) throws IOException {
    TrackFilter own = new TrackFilter.EntityIs(Entity.ARTIST, id);
    Map<String, Double> sums = new HashMap<>();
    for (int ordinal : index.mostPopular(own, Versions.ONE, TRACKS)) {
      Optional<float[]> vector = index.vector(space, ordinal);
      if (vector.isPresent()) {
        nearest(vector.get(), new TrackFilter.Not(own))
            .forEach((other, score) -> sums.merge(other, score, Double::sum));
      }
    }
    return sums.keySet().stream()
        .sorted(
            Comparator.<String>comparingDouble(sums::get)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(CANDIDATES)
        .toList();
  }

  /** The artists near a place, each with the match score of his nearest track. */
  private Map<String, Double> nearest(float[] vector, TrackFilter others) throws IOException {
    Map<String, Double> best = new HashMap<>();
    for (Hit hit :
        index.nearest(
            new NearestQuery(space, vector, NEIGHBOURS, others, Versions.ONE, Set.of()))) {
      for (String artist : Entity.ARTIST.ids(index.track(hit.ordinal()))) {
        best.merge(artist, hit.score(), Math::max);
      }
    }
    return best;
  }

  /** Those of which the mean is taken. */
  private List<Integer> tracks(String id) throws IOException {
    TrackFilter own = new TrackFilter.EntityIs(Entity.ARTIST, id);
    return index.mostPopular(own, Versions.ONE, SeedPlaces.MOST);
  }
}
