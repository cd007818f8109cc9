package dev.segue.evaluate;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.MixedRecommender;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Seed;
import dev.segue.recommend.Variety;
import dev.segue.recommend.Wishes;
import dev.segue.recommend.Wishes.Method;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Asks for tracks that fit mixes of five, and looks at what the space does not know: whether they
 * are by the artist whom the five have in common, or of their genres. Answers are not varied, and
 * no recording of the five is in them.
 */
public final class RecommendEvaluation {
  private static final int LENGTH = 20;
  private static final Variety NONE = new Variety(0, Variety.NO_LIMIT, Variety.NO_LIMIT, 0);

  private final TrackIndex index;
  private final MixedRecommender recommender;
  private final Sample sample;
  private final FeatureSpace space;
  private final Progress progress;

  /**
   * An evaluation of an index.
   *
   * @param space in which likeness is measured
   */
  public RecommendEvaluation(
      TrackIndex index,
      MixedRecommender recommender,
      Sample sample,
      FeatureSpace space,
      Progress progress) {
    this.index = index;
    this.recommender = recommender;
    this.sample = sample;
    this.space = space;
    this.progress = progress;
  }

  /** The answers to mixes of one kind by one method; a share is NaN where nothing can be said. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Answers(
      SeedMix.Kind kind, Method method, double[] artist, double[] genre, Latencies latencies) {
    RecommendReport.Row row() {
      return new RecommendReport.Row(
          kind.label(),
          label(method),
          artist.length,
          Estimate.meanOfKnown(artist),
          Estimate.meanOfKnown(genre),
          latencies.percentileMicros(50),
          latencies.percentileMicros(99));
    }
  }

  /**
   * Asks everything.
   *
   * @throws RequestException when the catalogue has neither two artists nor two genres with enough
   *     recordings
   */
  public RecommendReport run() throws IOException {
    SeedMixes mixes = new SeedMixes(index, new Random(sample.seed()));
    List<RecommendReport.Row> rows = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    long questions =
        (long) sample.queries() * SeedMix.Kind.values().length * Method.values().length;
    progress.begin("Measuring", questions, "questions");
    try {
      for (SeedMix.Kind kind : SeedMix.Kind.values()) {
        List<SeedMix> drawn = mixes.draw(kind, sample.queries());
        if (!drawn.isEmpty()) {
          Answers first = ask(kind, drawn, Method.BEST_SCORE);
          Answers second = ask(kind, drawn, Method.ROCCHIO);
          rows.add(first.row());
          rows.add(second.row());
          if (Arrays.stream(first.genre()).noneMatch(Double::isNaN)) {
            differences.add(
                Difference.of(
                    "%s genre@20, %s".formatted(label(second.method()), kind.label()),
                    first.genre(),
                    second.genre(),
                    new Random(sample.seed())));
          }
        }
      }
    } finally {
      progress.end();
    }
    if (rows.isEmpty()) {
      throw RequestException.invalid(
          "queries", "This index has no two artists and no two genres with ten recordings each.");
    }
    return new RecommendReport(index.size(), sample.seed(), space.name(), rows, differences);
  }

  private Answers ask(SeedMix.Kind kind, List<SeedMix> mixes, Method method) throws IOException {
    double[] artist = new double[mixes.size()];
    double[] genre = new double[mixes.size()];
    Latencies latencies = new Latencies();
    for (int i = 0; i < artist.length; i++) {
      SeedMix mix = mixes.get(i);
      long start = System.nanoTime();
      List<Recommended> answer = recommender.first(wishes(mix, method), LENGTH).tracks();
      latencies.add(System.nanoTime() - start);
      artist[i] =
          mix.artist() == null
              ? Double.NaN
              : share(answer, track -> Variety.artists(track).contains(mix.artist()));
      genre[i] =
          mix.genres().isEmpty()
              ? Double.NaN
              : share(answer, track -> !Collections.disjoint(mix.genres(), track.genres()));
      progress.advance(1);
    }
    return new Answers(kind, method, artist, genre, latencies);
  }

  private Wishes wishes(SeedMix mix, Method method) {
    return new Wishes(
        mix.seeds().stream().<Seed>map(track -> new Seed.OfTrack(track.id(), 1)).toList(),
        method,
        Conditions.of(TrackFilter.EVERYTHING, space, Versions.ONE, NONE));
  }

  private static double share(List<Recommended> answer, Predicate<Track> fits) {
    return answer.stream()
        .mapToDouble(each -> fits.test(each.hit().track()) ? 1 : 0)
        .average()
        .orElse(0);
  }

  private static String label(Method method) {
    return method.name().toLowerCase(Locale.ROOT);
  }
}
