package dev.segue.recommend;

import dev.segue.catalog.Track;
import dev.segue.query.NameKey;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Wishes.Method;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Picking over all of some tracks, as the formulas are written. Four seeds weigh 1, ½, 2 and -1.
 *
 * @param space in which likeness is measured
 * @param foremost the track that stands for the recording of each
 */
record PlainSelection(List<Track> tracks, FittedSpace space, IntUnaryOperator foremost) {
  private float[] place(int ordinal) {
    return space.vector(tracks.get(ordinal)).orElseThrow();
  }

  private int ordinal(Seed of) {
    String id = ((Seed.OfTrack) of).id();
    return IntStream.range(0, tracks.size())
        .filter(i -> tracks.get(i).id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The ordinals of the picks, in their order. */
  List<Integer> pick(
      List<Seed> seeds,
      TrackFilter filter,
      int k,
      Versions versions,
      Method method,
      Variety variety) {
    List<Integer> seedOrdinals = seeds.stream().map(this::ordinal).toList();
    Set<Integer> own =
        seedOrdinals.stream()
            .map(i -> versions == Versions.ONE ? foremost.applyAsInt(i) : i)
            .collect(Collectors.toSet());
    List<Integer> left =
        new ArrayList<>(
            IntStream.range(0, tracks.size())
                .filter(i -> filter.accepts(tracks.get(i)))
                .filter(i -> versions == Versions.ALL || stands(i, filter))
                .filter(i -> !own.contains(versions == Versions.ONE ? foremost.applyAsInt(i) : i))
                .boxed()
                .toList());
    List<Integer> picks = new ArrayList<>();
    while (picks.size() < k) {
      Map<String, Long> pressing = pressing(left, picks, variety);
      Optional<Integer> best =
          left.stream()
              .filter(i -> mayFollow(i, picks, variety))
              .max(
                  (a, b) -> {
                    int first = Long.compare(presses(a, pressing), presses(b, pressing));
                    if (first != 0) {
                      return first;
                    }
                    int order =
                        Double.compare(
                            marginal(a, seeds, seedOrdinals, picks, method, variety),
                            marginal(b, seeds, seedOrdinals, picks, method, variety));
                    return order != 0 ? order : Integer.compare(b, a);
                  });
      if (best.isEmpty()) {
        break;
      }
      picks.add(best.get());
      left.removeAll(List.of(best.get()));
    }
    return picks;
  }

  /** What each artist has left, where one needs all places that are left, with others between. */
  private Map<String, Long> pressing(List<Integer> left, List<Integer> picks, Variety variety) {
    if (variety.spacing() == 0) {
      return Map.of();
    }
    List<Integer> allowed = left.stream().filter(i -> isAllowed(i, picks, variety)).toList();
    Map<String, Long> counts = new HashMap<>();
    for (int i : allowed) {
      for (String artist : artists(tracks.get(i))) {
        long times = allowed.stream().filter(other -> isBy(other, artist)).count();
        long more =
            variety.maxPerArtist() - picks.stream().filter(pick -> isBy(pick, artist)).count();
        counts.put(artist, Math.min(times, more));
      }
    }
    long most = counts.values().stream().max(Long::compare).orElse(0L);
    long last = counts.values().stream().filter(count -> count == most).count();
    long places = most + (most - 1) * variety.spacing() + last - 1;
    return places >= allowed.size() ? counts : Map.of();
  }

  private long presses(int ordinal, Map<String, Long> pressing) {
    return artists(tracks.get(ordinal)).stream()
        .mapToLong(artist -> pressing.getOrDefault(artist, 0L))
        .max()
        .orElse(0);
  }

  private boolean isBy(int ordinal, String artist) {
    return artists(tracks.get(ordinal)).contains(artist);
  }

  /** Whether no version of its recording that passes goes before it. */
  private boolean stands(int ordinal, TrackFilter filter) {
    int standing = foremost.applyAsInt(ordinal);
    return ordinal == standing || !filter.accepts(tracks.get(standing));
  }

  private double marginal(
      int ordinal,
      List<Seed> seeds,
      List<Integer> seedOrdinals,
      List<Integer> picks,
      Method method,
      Variety variety) {
    double likest =
        picks.stream().mapToDouble(pick -> match(place(pick), place(ordinal))).max().orElse(0);
    return (1 - variety.diversity()) * relevance(ordinal, seeds, seedOrdinals, method)
        - variety.diversity() * likest;
  }

  private double relevance(
      int ordinal, List<Seed> seeds, List<Integer> seedOrdinals, Method method) {
    float[] place = place(ordinal);
    if (method == Method.BEST_SCORE) {
      double liked = 0;
      double disliked = 0;
      for (int i = 0; i < seeds.size(); i++) {
        double share = Math.abs(seeds.get(i).weight()) / 2;
        double score = share * match(place(seedOrdinals.get(i)), place);
        liked = seeds.get(i).weight() > 0 ? Math.max(liked, score) : liked;
        disliked = seeds.get(i).weight() < 0 ? Math.max(disliked, score) : disliked;
      }
      return liked > disliked ? liked : -disliked * disliked;
    }
    // Weights 1, ½ and 2, and 1 against them: ω = 1 / 3.5.
    float[] point = new float[place.length];
    for (int d = 0; d < point.length; d++) {
      double mean =
          (place(seedOrdinals.get(0))[d]
                  + .5 * place(seedOrdinals.get(1))[d]
                  + 2 * place(seedOrdinals.get(2))[d])
              / 3.5;
      point[d] = (float) (mean + .2 / 3.5 * (mean - place(seedOrdinals.get(3))[d]));
    }
    return match(point, place);
  }

  private static double match(float[] a, float[] b) {
    return 1 / (1 + Metric.EUCLIDEAN.distance(a, b));
  }

  private boolean mayFollow(int ordinal, List<Integer> picks, Variety variety) {
    Set<String> own = artists(tracks.get(ordinal));
    return isAllowed(ordinal, picks, variety)
        && picks.subList(Math.max(0, picks.size() - variety.spacing()), picks.size()).stream()
            .allMatch(i -> Collections.disjoint(artists(tracks.get(i)), own));
  }

  private boolean isAllowed(int ordinal, List<Integer> picks, Variety variety) {
    Track track = tracks.get(ordinal);
    for (String artist : artists(track)) {
      long times = picks.stream().filter(i -> isBy(i, artist)).count();
      if (times >= variety.maxPerArtist()) {
        return false;
      }
    }
    long ofAlbum =
        track.album() == null
            ? 0
            : picks.stream().filter(i -> album(tracks.get(i)).equals(album(track))).count();
    return ofAlbum < variety.maxPerAlbum();
  }

  static String album(Track track) {
    return NameKey.of(track.artists().getFirst())
        + "/"
        + (track.album() == null ? "" : NameKey.of(track.album()));
  }

  static Set<String> artists(Track track) {
    return track.artists().stream().map(NameKey::of).collect(Collectors.toSet());
  }
}
