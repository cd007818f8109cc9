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
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.rank.Hit;
import dev.segue.rank.ScorePart;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Reason;
import dev.segue.recommend.Recommendation;
import dev.segue.recommend.Recommendation.Pool;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Recommendation.Taken;
import dev.segue.recommend.Recommendation.WhyFewer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes playlists: from a {@link TrackPool}, of which chance makes each track better, by up to half
 * of what lies between the most and the least relevant, an {@link Arrangement} chooses and puts in
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

  private static final double CHANCE = 0.5;

  /** A part of every score that is varied. */
  private static final String VARIETY = "variety";

  private final MixedRecommender recommender;
  private final TrackIndex index;

  /**
   * Playlists of an index.
   *
   * @param recommender over the index
   */
  public PlaylistMaker(MixedRecommender recommender, TrackIndex index) {
    this.recommender = recommender;
    this.index = index;
  }

  /**
   * Makes a playlist.
   *
   * @throws RequestException when a seed is not known or has no place, or when seeds cancel out
   */
  public Playlist make(PlaylistRequest request) throws IOException {
    TrackPool pool = new TrackPool(recommender, index, request);
    Recommendation best = pool.best();
    List<Playlist.Entry> entries = pool.found().isEmpty() ? List.of() : entries(request, pool);
    List<Track> tracks = entries.stream().map(entry -> entry.hit().track()).toList();
    int passing = best.pool().afterFilters();
    return new Playlist(
        best.seeds(),
        entries,
        MEANS.stream().map(field -> mean(field, tracks, best.seeds())).toList(),
        new Pool(best.pool().candidates(), passing, pool.found().size()),
        request.length().isMoreThan(tracks)
            ? best.whyFewer()
                .or(() -> Optional.of(new WhyFewer("minutes", passing - tracks.size())))
            : Optional.empty());
  }

  private List<Playlist.Entry> entries(PlaylistRequest request, TrackPool pool) throws IOException {
    List<Track> tracks = pool.tracks();
    double[] relevances = pool.found().stream().mapToDouble(PlaylistMaker::relevance).toArray();
    double scale = TrackPool.spread(relevances);
    double[] chances = new double[relevances.length];
    double[] values = new double[relevances.length];
    for (int i = 0; i < values.length; i++) {
      chances[i] = CHANCE * scale * chance(request.seed(), pool.found().get(i).hit().ordinal());
      values[i] = relevances[i] + chances[i];
    }
    Arrangement arrangement =
        new Arrangement(
            tracks,
            values,
            pool.likeness(),
            scale,
            request.wishes().conditions().variety(),
            pool.curve(),
            request.length().millis().orElse(-1));
    int[] order = arrangement.search();
    List<Playlist.Entry> entries = new ArrayList<>();
    for (int place = 0; place < order.length; place++) {
      Recommended each = pool.found().get(order[place]);
      List<ScorePart> parts = new ArrayList<>();
      relevanceParts(each).forEach(parts::add);
      parts.add(new ScorePart(VARIETY, -arrangement.sameness(place)));
      parts.add(new ScorePart("chance", chances[order[place]]));
      parts.add(new ScorePart("energy_curve", -arrangement.offCurve(place)));
      Optional<Transition> transition = Optional.empty();
      if (place > 0) {
        parts.add(new ScorePart("flow", -arrangement.roughness(place)));
        transition =
            Optional.of(Transition.between(tracks.get(order[place - 1]), each.hit().track()));
      }
      // It was the pool that they varied.
      List<Reason> reasons =
          each.reasons().stream().filter(reason -> reason.kind() != Reason.Kind.VARIETY).toList();
      entries.add(
          new Playlist.Entry(scored(each.hit(), parts), reasons, pool.curve()[place], transition));
    }
    return entries;
  }

  /** The score without variety, which depends on what was recommended before. */
  private static double relevance(Recommended recommended) {
    return relevanceParts(recommended).mapToDouble(ScorePart::score).sum();
  }

  private static Stream<ScorePart> relevanceParts(Recommended recommended) {
    return recommended.hit().parts().stream().filter(part -> !part.name().equals(VARIETY));
  }

  /** A number of a track in a playlist, [0, 1), the same whatever else is in the pool. */
  private static double chance(long seed, int ordinal) {
    return new SplittableRandom(new SplittableRandom(seed).nextLong() + ordinal).nextDouble();
  }

  private static ScoredTrack scored(ScoredTrack found, List<ScorePart> parts) {
    double score = parts.stream().mapToDouble(ScorePart::score).sum();
    return new ScoredTrack(
        new Hit(found.ordinal(), score, Double.NaN, parts), found.track(), found.otherVersions());
  }

  private static Playlist.Mean mean(NumericField field, List<Track> tracks, List<Taken> seeds) {
    double sum = 0;
    double weights = 0;
    for (Taken taken : seeds) {
      double weight = taken.seed().weight();
      double value = taken.values().of(field);
      if (weight > 0 && field.isKnown(value)) {
        sum += weight * value;
        weights += weight;
      }
    }
    return new Playlist.Mean(
        field,
        tracks.stream().mapToDouble(field::of).filter(field::isKnown).average().orElse(Double.NaN),
        weights > 0 ? sum / weights : Double.NaN);
  }
}
