package dev.segue.evaluate;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.TrackIndex;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
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
import java.util.Map;
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
  private final Options options;
  private final Progress progress;

  /**
   * What is asked.
   *
   * @param queries how many mixes of each kind, 1 to {@value #MOST_QUERIES}
   * @param seed of the random choice of tracks
   * @param space in which likeness is measured
   */
  public record Options(int queries, long seed, FeatureSpace space) {
    /** The most questions. */
    public static final int MOST_QUERIES = 100_000;

    /**
     * Checks the count.
     *
     * @throws RequestException naming the parameter, the value and the limit
     */
    public Options {
      RequestException.checkCount("queries", queries, 1, MOST_QUERIES);
    }
  }

  public RecommendEvaluation(
      TrackIndex index, MixedRecommender recommender, Options options, Progress progress) {
    this.index = index;
    this.recommender = recommender;
    this.options = options;
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
          mean(artist),
          mean(genre),
          latencies.percentileMicros(50),
          latencies.percentileMicros(99));
    }

    private static Estimate mean(double... shares) {
      double[] known = Arrays.stream(shares).filter(share -> !Double.isNaN(share)).toArray();
      return known.length == 0 ? null : Estimate.mean(known);
    }
  }

  /**
   * Asks everything.
   *
   * @throws RequestException when the catalogue has neither two artists nor two genres with enough
   *     recordings
   */
  public RecommendReport run() throws IOException {
    SeedMixes mixes = new SeedMixes(index, new Random(options.seed()));
    List<RecommendReport.Row> rows = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    long questions =
        (long) options.queries() * SeedMix.Kind.values().length * Method.values().length;
    progress.begin("Measuring", questions, "questions");
    try {
      for (SeedMix.Kind kind : SeedMix.Kind.values()) {
        List<SeedMix> drawn = mixes.draw(kind, options.queries());
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
                    new Random(options.seed())));
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
    return new RecommendReport(
        index.size(), options.seed(), options.space().name(), rows, differences);
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
        Map.of(),
        TrackFilter.EVERYTHING,
        options.space(),
        Versions.ONE,
        method,
        NONE);
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
