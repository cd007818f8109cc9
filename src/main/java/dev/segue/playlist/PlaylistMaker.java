package dev.segue.playlist;

import static dev.segue.catalog.NumericField.ACOUSTICNESS;
import static dev.segue.catalog.NumericField.DANCEABILITY;
import static dev.segue.catalog.NumericField.ENERGY;
import static dev.segue.catalog.NumericField.INSTRUMENTALNESS;
import static dev.segue.catalog.NumericField.LIVENESS;
import static dev.segue.catalog.NumericField.SPEECHINESS;
import static dev.segue.catalog.NumericField.TEMPO;
import static dev.segue.catalog.NumericField.VALENCE;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.rank.Hit;
import dev.segue.rank.ScorePart;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.Recommendation.Pool;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Recommendation.Taken;
import dev.segue.recommend.Wishes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes playlists. {@link MixedRecommender} finds several times as many tracks as are wanted, also
 * in bands of energy where a curve goes that few of them reach; chance makes each better, by up to
 * half of what lies between the best and the last; and an {@link Arrangement} chooses and puts in
 * order. Thread-safe.
 */
public final class PlaylistMaker {
  /** The audio features of which means are told, as people know them from such programs. */
  public static final List<NumericField> MEANS =
      List.of(
          ACOUSTICNESS,
          DANCEABILITY,
          ENERGY,
          INSTRUMENTALNESS,
          LIVENESS,
          SPEECHINESS,
          VALENCE,
          TEMPO);

  /** How many times as many tracks are at hand as are wanted. */
  private static final int PLENTY = 6;

  private static final int BANDS = 4;

  private static final double CHANCE = 0.5;

  /** What a song takes, to know how many there are in an hour. */
  private static final double TYPICAL_MINUTES = 3.5;

  private final MixedRecommender recommender;

  public PlaylistMaker(MixedRecommender recommender) {
    this.recommender = recommender;
  }

  /**
   * Makes a playlist.
   *
   * @throws RequestException when a seed is not known or has no place, or when seeds cancel out
   */
  public Playlist make(PlaylistRequest request) throws IOException {
    Recommendation best = best(request);
    if (best.tracks().isEmpty()) {
      return new Playlist(best.seeds(), List.of(), List.of(), best.pool(), best.whyFewer());
    }
    List<Track> first = best.tracks().stream().map(each -> each.hit().track()).toList();
    int places = places(first, request.length());
    EnergyCurve.Range range =
        request.curve().range(first.stream().mapToDouble(ENERGY::of).toArray());
    List<Recommended> pool = new ArrayList<>(best.tracks());
    if (range.high() > range.low()) {
      addBands(request.wishes(), range, places, pool);
    }
    List<Playlist.Entry> entries = arranged(request, pool, request.curve().over(places, range));
    return new Playlist(
        best.seeds(),
        entries,
        MEANS.stream().map(field -> mean(field, entries, best.seeds())).toList(),
        new Pool(best.pool().candidates(), best.pool().afterFilters(), pool.size()),
        isShort(request.length(), entries) ? best.whyFewer() : Optional.empty());
  }

  /** What fits best: several times what is wanted, or all there is. */
  private Recommendation best(PlaylistRequest request) throws IOException {
    int tracks =
        switch (request.length()) {
          case PlaylistRequest.Tracks(int count) -> count;
          case PlaylistRequest.Minutes(double count) -> (int) Math.ceil(count / TYPICAL_MINUTES);
        };
    while (true) {
      int wanted = Math.min(PLENTY * tracks, MixedRecommender.MOST);
      Recommendation best = recommender.first(request.wishes(), wanted);
      boolean all = best.tracks().size() < wanted || wanted == MixedRecommender.MOST;
      if (all || lasts(best, request.length())) {
        return best;
      }
      tracks *= 2;
    }
  }

  /** Adds what fits best in each band of energy with too few tracks, one of each recording. */
  private void addBands(Wishes wishes, EnergyCurve.Range range, int tracks, List<Recommended> pool)
      throws IOException {
    Set<String> ids = new HashSet<>();
    pool.forEach(each -> addIds(each, ids));
    double width = (range.high() - range.low()) / BANDS;
    for (int i = 0; i < BANDS; i++) {
      double low = range.low() + i * width;
      TrackFilter band = new TrackFilter.Range(ENERGY, low, low + width);
      if (pool.stream().filter(each -> band.accepts(each.hit().track())).count() < tracks) {
        for (Recommended each : recommender.first(wishes.within(band), tracks).tracks()) {
          if (!ids.contains(each.hit().track().id())) {
            addIds(each, ids);
            pool.add(each);
          }
        }
      }
    }
  }

  private static void addIds(Recommended recommended, Set<String> ids) {
    ids.add(recommended.hit().track().id());
    recommended.hit().otherVersions().forEach(version -> ids.add(version.id()));
  }

  private static List<Playlist.Entry> arranged(
      PlaylistRequest request, List<Recommended> pool, double... curve) {
    List<Track> tracks = pool.stream().map(each -> each.hit().track()).toList();
    double[] scores = pool.stream().mapToDouble(each -> each.hit().score()).toArray();
    double scale = spread(scores);
    double[] chances = new double[scores.length];
    double[] values = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      chances[i] = CHANCE * scale * chance(request.seed(), pool.get(i).hit().ordinal());
      values[i] = scores[i] + chances[i];
    }
    Arrangement arrangement =
        new Arrangement(
            tracks,
            values,
            scale,
            request.wishes().variety(),
            curve,
            request.length() instanceof PlaylistRequest.Minutes minutes ? minutes.millis() : -1);
    int[] order = arrangement.search();
    List<Playlist.Entry> entries = new ArrayList<>();
    for (int place = 0; place < order.length; place++) {
      Recommended each = pool.get(order[place]);
      List<ScorePart> parts = new ArrayList<>(each.hit().parts());
      parts.add(new ScorePart("chance", chances[order[place]]));
      parts.add(new ScorePart("energy_curve", -arrangement.offCurve(place)));
      Optional<Transition> transition = Optional.empty();
      if (place > 0) {
        parts.add(new ScorePart("flow", -arrangement.roughness(place)));
        transition =
            Optional.of(Transition.between(tracks.get(order[place - 1]), each.hit().track()));
      }
      entries.add(
          new Playlist.Entry(scored(each.hit(), parts), each.reasons(), curve[place], transition));
    }
    return entries;
  }

  /** Whether tracks last twice as long as is wanted. */
  private static boolean lasts(Recommendation best, PlaylistRequest.Length length) {
    return !(length instanceof PlaylistRequest.Minutes minutes)
        || best.tracks().stream().mapToLong(each -> each.hit().track().durationMillis()).sum()
            >= 2 * minutes.millis();
  }

  /** How many tracks from the first on are as long as is wanted, or most nearly; at least 1. */
  private static int places(List<Track> tracks, PlaylistRequest.Length length) {
    if (length instanceof PlaylistRequest.Tracks(int count)) {
      return Math.min(count, tracks.size());
    }
    long left = ((PlaylistRequest.Minutes) length).millis();
    int places = 0;
    while (places < tracks.size()
        && (places == 0 || left > tracks.get(places).durationMillis() / 2)) {
      left -= tracks.get(places++).durationMillis();
    }
    return places;
  }

  /** Whether it is shorter than is wanted, by more than a tenth. */
  private static boolean isShort(PlaylistRequest.Length length, List<Playlist.Entry> entries) {
    return switch (length) {
      case PlaylistRequest.Tracks(int count) -> entries.size() < count;
      case PlaylistRequest.Minutes minutes ->
          entries.stream().mapToLong(entry -> entry.hit().track().durationMillis()).sum()
              < 0.9 * minutes.millis();
    };
  }

  /** A number of a track in a playlist, [0, 1), the same whatever else is in the pool. */
  private static double chance(long seed, int ordinal) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + ordinal).nextDouble();
  }

  private static double spread(double... scores) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      min = Math.min(min, score);
      max = Math.max(max, score);
    }
    return max > min ? max - min : 1;
  }

  private static ScoredTrack scored(ScoredTrack found, List<ScorePart> parts) {
    double score = parts.stream().mapToDouble(ScorePart::score).sum();
    return new ScoredTrack(
        new Hit(found.ordinal(), score, Double.NaN, parts), found.track(), found.otherVersions());
  }

  private static Playlist.Mean mean(
      NumericField field, List<Playlist.Entry> entries, List<Taken> seeds) {
    double sum = 0;
    double weights = 0;
    for (Taken taken : seeds) {
      double weight = taken.seed().weight();
      double value = taken.values().of(field);
      if (weight > 0 && !Double.isNaN(value)) {
        sum += weight * value;
        weights += weight;
      }
    }
    return new Playlist.Mean(
        field,
        entries.stream()
            .mapToDouble(entry -> field.of(entry.hit().track()))
            .average()
            .orElse(Double.NaN),
        weights > 0 ? sum / weights : Double.NaN);
  }
}
