package dev.segue.playlist;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Wishes;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tracks among which those of a playlist are chosen: what fits best, several times as many as
 * are wanted, and where a curve of energy goes that few of them reach, what fits best there.
 *
 * @param best what fits best; keeps caps and spacing
 * @param found the tracks of that, and of the bands of energy
 * @param places how many tracks the playlist has
 * @param curve the energy that is wanted at every place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrackPool(Recommendation best, List<Recommended> found, int places, double[] curve) {
  /** How many times as many tracks are at hand as are wanted. */
  private static final int PLENTY = 4;

  /** With fewer, little could be chosen. */
  private static final int FEWEST = 100;

  private static final int BANDS = 4;

  /** How many tracks of a band are at hand for every place where the curve is in it. */
  private static final int PER_PLACE = 2;

  /** Narrower bands would hold hardly a track. */
  private static final double LEAST_WIDTH = 0.05;

  /** What a song takes, to know how many there are in an hour. */
  private static final double TYPICAL_MINUTES = 3.5;

  static TrackPool gather(MixedRecommender recommender, TrackIndex index, PlaylistRequest request)
      throws IOException {
    Recommendation best = best(recommender, request);
    List<Recommended> found = new ArrayList<>(best.tracks());
    if (found.isEmpty()) {
      return new TrackPool(best, found, 0, new double[0]);
    }
    int places = request.length().places(tracks(found));
    EnergyCurve.Range range = request.curve().range(energies(found));
    if (request.curve().shape() != EnergyCurve.Shape.STEADY) {
      double[] curve = request.curve().over(places, range);
      addBands(recommender, index, request.wishes(), range, curve, found);
    }
    EnergyCurve.Range reached =
        request.curve().shape() == EnergyCurve.Shape.POINTS ? range : range.within(energies(found));
    return new TrackPool(best, found, places, request.curve().over(places, reached));
  }

  private static Recommendation best(MixedRecommender recommender, PlaylistRequest request)
      throws IOException {
    int tracks =
        switch (request.length()) {
          case PlaylistRequest.Tracks(int count) -> count;
          case PlaylistRequest.Minutes(double count) -> (int) Math.ceil(count / TYPICAL_MINUTES);
        };
    while (true) {
      int wanted = Math.clamp((long) PLENTY * tracks, FEWEST, MixedRecommender.MOST);
      Recommendation best = recommender.first(request.wishes(), wanted);
      boolean all = best.tracks().size() < wanted || wanted == MixedRecommender.MOST;
      if (all || request.length().isTwiceIn(tracks(best.tracks()))) {
        return best;
      }
      tracks *= 2;
    }
  }

  /** Adds what fits best in each band of energy with too few tracks for the curve. */
  private static void addBands(
      MixedRecommender recommender,
      TrackIndex index,
      Wishes wishes,
      EnergyCurve.Range range,
      double[] curve,
      List<Recommended> found)
      throws IOException {
    Set<Integer> recordings = new HashSet<>();
    found.forEach(each -> recordings.add(recording(index, wishes, each)));
    double width = Math.max(LEAST_WIDTH, (range.high() - range.low()) / BANDS);
    for (int i = 0; i < BANDS; i++) {
      double low = range.low() + i * width;
      double high = low + width;
      TrackFilter band = new TrackFilter.Range(NumericField.ENERGY, low, high);
      long there = found.stream().filter(each -> band.accepts(each.hit().track())).count();
      long places = Arrays.stream(curve).filter(each -> each >= low && each <= high).count();
      int enough = Math.toIntExact(PER_PLACE * places);
      if (there < enough && found.size() < MixedRecommender.MOST) {
        for (Recommended each : recommender.first(wishes.within(band), enough).tracks()) {
          if (recordings.add(recording(index, wishes, each))) {
            found.add(each);
          }
        }
      }
    }
  }

  /** What may be there once: a recording, or each version of it. */
  private static int recording(TrackIndex index, Wishes wishes, Recommended each) {
    int ordinal = each.hit().ordinal();
    return wishes.versions() == Versions.ONE ? index.versions(ordinal).getFirst() : ordinal;
  }

  /** The tracks, in their order. */
  List<Track> tracks() {
    return tracks(found);
  }

  private static List<Track> tracks(List<Recommended> found) {
    return found.stream().map(each -> each.hit().track()).toList();
  }

  private static double[] energies(List<Recommended> found) {
    return found.stream().mapToDouble(each -> NumericField.ENERGY.of(each.hit().track())).toArray();
  }

  /** The match score of every two tracks. */
  float[][] likeness(TrackIndex index, Wishes wishes) throws IOException {
    Metric metric = wishes.space().metric();
    List<float[]> vectors = new ArrayList<>();
    for (Recommended each : found) {
      vectors.add(index.vector(wishes.space(), each.hit().ordinal()).orElseThrow());
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
