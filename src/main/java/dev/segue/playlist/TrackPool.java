package dev.segue.playlist;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Pages;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Wishes;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tracks among which those of a playlist are chosen: what fits best, several times as many as
 * are wanted, and where a curve of energy goes that few of them reach, what fits best there.
 */
final class TrackPool {
  /** How many times as many tracks are at hand as are wanted. */
  private static final int PLENTY = 4;

  /** With fewer, little could be chosen. */
  private static final int FEWEST = 100;

  private static final int BANDS = 4;

  /** How many tracks of a band are at hand for every place where the curve is in it. */
  private static final int PER_PLACE = 2;

  /** Narrower bands would hold hardly a track. */
  private static final double LEAST_WIDTH = 0.05;

  /** Of more, some are longer and some are shorter. */
  private static final int FEW_PLACES = 4;

  /** How far from what is wanted a track may be, as a share of it. */
  private static final double TOLERANCE = 0.1;

  private final MixedRecommender recommender;
  private final TrackIndex index;
  private final Wishes wishes;
  private final Recommendation best;
  private final List<Recommended> found;
  private final double[] curve;

  /**
   * Gathers.
   *
   * @param recommender over the index
   */
  TrackPool(MixedRecommender recommender, TrackIndex index, PlaylistRequest request)
      throws IOException {
    this.recommender = recommender;
    this.index = index;
    wishes = request.wishes();
    best = best(request.length());
    found = new ArrayList<>(best.tracks());
    curve = found.isEmpty() ? new double[0] : reach(request);
  }

  private Recommendation best(PlaylistRequest.Length length) throws IOException {
    int tracks = length.estimate();
    while (true) {
      int wanted = Math.clamp((long) PLENTY * tracks, FEWEST, Pages.MOST);
      Recommendation answer = recommender.first(wishes, wanted);
      boolean all = answer.tracks().size() < wanted || wanted == Pages.MOST;
      if (all || length.isTwiceIn(tracks(answer.tracks()))) {
        return answer;
      }
      tracks *= 2;
    }
  }

  /** Finds tracks for the curve where few are, and gives what of it they reach. */
  private double[] reach(PlaylistRequest request) throws IOException {
    EnergyCurve asked = request.curve();
    int places = request.length().places(tracks());
    addFitting(request.length(), places);
    EnergyCurve.Range range = asked.range(energies());
    if (asked.shape() != EnergyCurve.Shape.STEADY) {
      addBands(range, asked.over(places, range));
    }
    boolean isGiven = asked.shape() == EnergyCurve.Shape.POINTS;
    return asked.over(places, isGiven ? range : range.within(energies()));
  }

  /**
   * Adds tracks that are as long as wanted, where there are too few places to make up for others.
   */
  private void addFitting(PlaylistRequest.Length length, int places) throws IOException {
    if (length.millis().isPresent() && places <= FEW_PLACES) {
      double each = (double) length.millis().getAsLong() / places;
      TrackFilter fitting =
          new TrackFilter.Range(
              NumericField.DURATION_MS, (1 - TOLERANCE) * each, (1 + TOLERANCE) * each);
      add(recommender.first(wishes.within(fitting), FEWEST).tracks());
    }
  }

  private void add(List<Recommended> more) {
    Set<Integer> recordings = new HashSet<>();
    found.forEach(each -> recordings.add(recording(each)));
    for (Recommended each : more) {
      if (recordings.add(recording(each))) {
        found.add(each);
      }
    }
  }

  /** Adds what fits best in each band of energy with too few tracks for the curve. */
  private void addBands(EnergyCurve.Range range, double... wanted) throws IOException {
    double width = Math.max(LEAST_WIDTH, (range.high() - range.low()) / BANDS);
    for (int i = 0; i < BANDS; i++) {
      double low = range.low() + i * width;
      double high = low + width;
      TrackFilter band = new TrackFilter.Range(NumericField.ENERGY, low, high);
      long there = found.stream().filter(each -> band.accepts(each.hit().track())).count();
      long places = Arrays.stream(wanted).filter(each -> each >= low && each <= high).count();
      int enough = Math.toIntExact(PER_PLACE * places);
      if (there < enough && found.size() < Pages.MOST) {
        add(recommender.first(wishes.within(band), enough).tracks());
      }
    }
  }

  /** What may be there once: a recording, or each version of it. */
  private int recording(Recommended each) {
    int ordinal = each.hit().ordinal();
    return wishes.conditions().versions() == Versions.ONE
        ? index.versions(ordinal).getFirst()
        : ordinal;
  }

  /** What fits best; keeps caps and spacing. */
  Recommendation best() {
    return best;
  }

  /** What fits best, and what was added for the curve. */
  List<Recommended> found() {
    return Collections.unmodifiableList(found);
  }

  /** The energy that is wanted at every place of the playlist; empty where nothing was found. */
  double[] curve() {
    return curve;
  }

  /** The tracks of {@link #found}, in their order. */
  List<Track> tracks() {
    return tracks(found);
  }

  private static List<Track> tracks(List<Recommended> found) {
    return found.stream().map(each -> each.hit().track()).toList();
  }

  private double[] energies() {
    return tracks().stream().mapToDouble(NumericField.ENERGY::of).toArray();
  }

  /** The match score of every two tracks. */
  float[][] likeness() throws IOException {
    Metric metric = wishes.conditions().space().metric();
    List<float[]> vectors = new ArrayList<>();
    for (Recommended each : found) {
      vectors.add(index.vector(wishes.conditions().space(), each.hit().ordinal()).orElseThrow());
    }
    float[][] likeness = new float[vectors.size()][vectors.size()];
    for (int i = 0; i < likeness.length; i++) {
      for (int j = 0; j < i; j++) {
        double distance = metric.distance(vectors.get(i), vectors.get(j));
        likeness[i][j] = (float) metric.matchScore(distance);
        likeness[j][i] = likeness[i][j];
      }
    }
    return likeness;
  }

  /** The difference between the largest and the smallest of some numbers; 1 where there is none. */
  static double spread(double... numbers) {
    double spread = Arrays.stream(numbers).max().orElse(0) - Arrays.stream(numbers).min().orElse(0);
    return spread > 0 ? spread : 1;
  }
}
