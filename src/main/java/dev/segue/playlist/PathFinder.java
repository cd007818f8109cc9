package dev.segue.playlist;

import dev.segue.catalog.Track;
import dev.segue.index.Exclusions;
import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.query.BareTitle;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.rank.Hit;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds walks: between two songs lie as many points, evenly on the straight line, in cosine spaces
 * on the great circle. Each track that is near to one of them belongs to the point that it is
 * nearest to, or, where a point has none, to one beside that; of all walks with one track for each
 * point the one is taken for which
 *
 * <p>{@code Σ d(xᵢ₋₁, xᵢ)² + Σ d(xᵢ, pᵢ)²}
 *
 * <p>is least (Viterbi 1967, "Error bounds for convolutional codes"): long steps cost more than
 * they gain, so steps are even. No track can be taken twice, since it belongs to one point; of
 * tracks with one title by one artist, whatever their recordings, one is at hand. O(steps · m² · d)
 * for m tracks a point. Thread-safe.
 */
public final class PathFinder {
  /** How many tracks are looked for at each point, at first. */
  private static final int NEAR = 40;

  /** Where so many were looked for, a point without a track is lent some. */
  private static final int ENOUGH = 160;

  private final TrackIndex index;

  public PathFinder(TrackIndex index) {
    this.index = index;
  }

  /**
   * A track that the walk may take.
   *
   * @param point the place of the point that it is nearest to
   * @param distance to that
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Stop(int ordinal, float[] vector, int point, double distance) {}

  /**
   * Finds a walk; shorter than asked for only where no more songs pass the filter.
   *
   * @throws RequestException when an end has no place in the space, or both are one recording
   */
  public TrackPath find(PathRequest request) throws IOException {
    Stop from = end("from", request.from().ordinal(), request);
    Stop to = end("to", request.to().ordinal(), request);
    if (recording(from.ordinal()) == recording(to.ordinal())) {
      throw RequestException.invalid(
          "to",
          "'%s' is the same recording as '%s'; name another song to go to."
              .formatted(request.to().track().id(), request.from().track().id()));
    }
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(from.vector(), List.of(from)));
    layers.addAll(between(request, from, to));
    layers.add(new Layer(to.vector(), List.of(to)));
    Metric metric = request.space().metric();
    List<Hit> hits = new ArrayList<>();
    Stop before = null;
    for (Stop stop : cheapest(layers, metric)) {
      double step = before == null ? Double.NaN : metric.distance(before.vector(), stop.vector());
      hits.add(new Hit(stop.ordinal(), Double.NaN, step));
      before = stop;
    }
    return new TrackPath(
        index.tracks(hits, request.versions()), metric.distance(from.vector(), to.vector()));
  }

  private Stop end(String parameter, int ordinal, PathRequest request) throws IOException {
    float[] vector =
        index
            .vector(request.space(), ordinal)
            .orElseThrow(
                () ->
                    RequestException.invalid(
                        parameter,
                        "%s has no place in %s: a column is missing, or all are average."
                            .formatted(parameter, request.space().name())));
    return new Stop(ordinal, vector, -1, 0);
  }

  /** A point and the tracks at hand for it, at least one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Layer(float[] point, List<Stop> stops) {}

  /** The layers between the ends. */
  private List<Layer> between(PathRequest request, Stop from, Stop to) throws IOException {
    Metric metric = request.space().metric();
    List<float[]> points = points(metric, from.vector(), to.vector(), request.steps());
    for (int near = NEAR; ; near *= 4) {
      List<Stop> found = new ArrayList<>();
      boolean more = lookAround(request, points, near, found);
      List<Stop> stops = oncePerSong(found, request);
      boolean enough = stops.size() >= points.size();
      if (!more && !enough) {
        points = points(metric, from.vector(), to.vector(), stops.size() + 2);
        stops = nearest(stops, points, metric);
        enough = true;
      }
      List<List<Stop>> shares = shares(stops, points.size());
      if (enough && (!more || near >= ENOUGH || shares.stream().noneMatch(List::isEmpty))) {
        lend(shares, along(from, to, metric));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
          layers.add(new Layer(points.get(i), shares.get(i)));
        }
        return layers;
      }
    }
  }

  /** The stops that belong to each point. */
  private static List<List<Stop>> shares(List<Stop> stops, int points) {
    List<List<Stop>> shares = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      int point = i;
      shares.add(stops.stream().filter(stop -> stop.point() == point).toList());
    }
    return shares;
  }

  /** Shares are shared out anew around each that is empty. */
  private static void lend(List<List<Stop>> shares, Comparator<Stop> along) {
    for (int i = 0; i < shares.size(); i++) {
      if (shares.get(i).isEmpty()) {
        int first = i;
        int end = i + 1;
        List<Stop> around = List.of();
        while (around.size() < end - first) {
          first = Math.max(0, first - 1);
          end = Math.min(shares.size(), end + 1);
          around = shares.subList(first, end).stream().flatMap(List::stream).sorted(along).toList();
        }
        int count = end - first;
        for (int j = 0; j < count; j++) {
          shares.set(
              first + j,
              around.subList(j * around.size() / count, (j + 1) * around.size() / count));
        }
      }
    }
  }

  /** From the nearest to the one end to the nearest to the other. */
  private static Comparator<Stop> along(Stop from, Stop to, Metric metric) {
    return Comparator.comparingDouble(
            (Stop stop) ->
                metric.distance(from.vector(), stop.vector())
                    - metric.distance(stop.vector(), to.vector()))
        .thenComparingInt(Stop::ordinal);
  }

  /**
   * Looks for tracks near to the points.
   *
   * @param found is given each once
   * @return whether there are more
   */
  private boolean lookAround(PathRequest request, List<float[]> points, int near, List<Stop> found)
      throws IOException {
    TrackFilter filter = Exclusions.of(request.filter(), request.versions(), index);
    Set<Integer> seen = new HashSet<>();
    boolean more = false;
    for (float[] point : points) {
      List<Neighbour> neighbours =
          index.neighbours(
              new NearestQuery(request.space(), point, near, filter, request.versions(), Set.of()));
      more |= neighbours.size() == near;
      for (Neighbour neighbour : neighbours) {
        if (seen.add(neighbour.ordinal())) {
          float[] vector = index.vector(request.space(), neighbour.ordinal()).orElseThrow();
          found.add(nearest(neighbour.ordinal(), vector, points, request.space().metric()));
        }
      }
    }
    return more;
  }

  /** Of every song and recording the track that is nearest to its point, and none of the ends'. */
  private List<Stop> oncePerSong(List<Stop> found, PathRequest request) throws IOException {
    Set<String> songs =
        new HashSet<>(List.of(song(request.from().track()), song(request.to().track())));
    Set<Integer> recordings =
        new HashSet<>(
            List.of(recording(request.from().ordinal()), recording(request.to().ordinal())));
    List<Stop> stops = new ArrayList<>();
    found.sort(Comparator.comparingDouble(Stop::distance).thenComparingInt(Stop::ordinal));
    for (Stop stop : found) {
      int recording = recording(stop.ordinal());
      if (!recordings.contains(recording) && songs.add(song(index.track(stop.ordinal())))) {
        recordings.add(recording);
        stops.add(stop);
      }
    }
    return stops;
  }

  /** The track that stands for a track's recording. */
  private int recording(int ordinal) {
    return index.versions(ordinal).getFirst();
  }

  private static List<Stop> nearest(List<Stop> stops, List<float[]> points, Metric metric) {
    return stops.stream()
        .map(stop -> nearest(stop.ordinal(), stop.vector(), points, metric))
        .toList();
  }

  private static Stop nearest(int ordinal, float[] vector, List<float[]> points, Metric metric) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      double distance = metric.distance(points.get(i), vector);
      if (distance < least) {
        nearest = i;
        least = distance;
      }
    }
    return new Stop(ordinal, vector, nearest, least);
  }

  /** The walk through one stop of each layer that costs least. */
  private static List<Stop> cheapest(List<Layer> layers, Metric metric) {
    double[] costs = new double[1];
    List<int[]> cameFrom = new ArrayList<>();
    for (int i = 1; i < layers.size(); i++) {
      List<Stop> before = layers.get(i - 1).stops();
      List<Stop> stops = layers.get(i).stops();
      double[] next = new double[stops.size()];
      int[] best = new int[stops.size()];
      for (int j = 0; j < next.length; j++) {
        float[] place = stops.get(j).vector();
        next[j] = Double.POSITIVE_INFINITY;
        for (int k = 0; k < costs.length; k++) {
          double cost = costs[k] + squared(metric, before.get(k).vector(), place);
          if (cost < next[j]) {
            next[j] = cost;
            best[j] = k;
          }
        }
        next[j] += squared(metric, layers.get(i).point(), place);
      }
      costs = next;
      cameFrom.add(best);
    }
    List<Stop> walk = new ArrayList<>(layers.getLast().stops());
    int place = 0;
    for (int i = layers.size() - 2; i >= 0; i--) {
      place = cameFrom.get(i)[place];
      walk.add(layers.get(i).stops().get(place));
    }
    return walk.reversed();
  }

  /** The square of a distance, in cosine spaces that of the chord. */
  private static double squared(Metric metric, float[] one, float[] other) {
    double distance = metric.distance(one, other);
    return metric == Metric.COSINE ? 2 * distance : distance * distance;
  }

  /** The points between two, as far from each other as from the ends. */
  private static List<float[]> points(Metric metric, float[] from, float[] to, int steps) {
    return IntStream.range(1, steps - 1)
        .mapToObj(i -> metric.between(from, to, (double) i / (steps - 1)))
        .toList();
  }

  /** A title by an artist, whatever the recording. */
  private static String song(Track track) {
    return NameKey.of(track.artists().getFirst())
        + "\n"
        + NameKey.of(BareTitle.of(track.name()).orElse(track.name()));
  }
}
