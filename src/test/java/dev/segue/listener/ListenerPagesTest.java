package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.index.IndexBackend;
import dev.segue.index.Indexes;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.listener.Listener.Liked;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.RandomInteractions;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page after page, through more than the first heads of the lists. */
class ListenerPagesTest {
  private static final int TRACKS = 600;
  private static final int PAGE = 35;

  /** The heads are made longer so often at most, until they have every track. */
  private static final int LONGER = 4;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Track> tracks = new RandomTracks(seed).list(TRACKS);
  private final List<FittedSpace> fitted = Indexes.fit(tracks);
  private final List<FeatureSpace> spaces = fitted.stream().map(FittedSpace::space).toList();
  private final IndexBackend backend = new LuceneBackend();

  @ParameterizedTest
  @CsvSource({
    "SOUND,LINEAR,600",
    "TASTE,LINEAR,600",
    "HYBRID,LINEAR,600",
    "HYBRID,LINEAR,40",
    "HYBRID,RRF,600",
    "HYBRID,RRF,40"
  })
  void everyTrackComesOnce(Strategy strategy, Mixing.Fusion fusion, int items, @TempDir Path folder)
      throws Exception {
    int[] some = random.ints(0, TRACKS).distinct().limit(5).toArray();
    some[0] %= items;
    Listener listener = listener(some);
    List<Recommended> answered =
        answered(strategy, new Mixing(OptionalDouble.empty(), fusion), items, listener, folder);
    List<Integer> ordinals = answered.stream().map(each -> each.hit().ordinal()).toList();
    assertThat(ordinals)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, TRACKS)
                .filter(i -> IntStream.of(some).noneMatch(each -> each == i))
                .boxed()
                .toList());
    assertThat(answered.stream().map(each -> Math.abs(each.hit().score())))
        .as("seed %d", seed)
        .allMatch(score -> score <= 1);
    if (strategy == Strategy.SOUND) {
      double[] nearness = ordinals.stream().mapToDouble(i -> nearness(listener, i)).toArray();
      assertThat(IntStream.range(1, nearness.length).filter(i -> nearness[i] > nearness[i - 1]))
          .as("where something nearer follows: seed %d", seed)
          .hasSizeLessThanOrEqualTo(LONGER);
    }
  }

  @Test
  void newTracksOfLaterHeadsDoNotJumpTheLine(@TempDir Path folder) throws Exception {
    int items = 40; // all in the first head, where some new tracks are; the others come later
    double alpha = .05; // so that a place is worth more than any sound
    Mixing mixing = Mixing.DEFAULT.with(alpha);
    Listener listener = listener(0, 1, 2);
    List<Recommended> answered = answered(Strategy.HYBRID, mixing, items, listener, folder);
    double least =
        answered.stream()
            .filter(each -> each.hit().ordinal() < items)
            .mapToDouble(each -> each.hit().score())
            .min()
            .orElseThrow();
    assertThat(answered.stream().filter(each -> each.hit().ordinal() >= items))
        .as("seed %d", seed)
        .hasSize(TRACKS - items)
        .filteredOn(each -> each.hit().score() > least + 2 * alpha)
        .hasSizeLessThanOrEqualTo(items / 10);
  }

  /** Who likes three of these and dislikes the others. */
  private static Listener listener(int... some) {
    return new Listener(
        IntStream.of(some).limit(3).mapToObj(each -> new Liked(each, 1)).toList(),
        IntStream.of(some).skip(3).boxed().toList(),
        IntStream.of(some).limit(3).boxed().collect(Collectors.toSet()),
        0,
        Optional.empty());
  }

  /**
   * All pages in a row.
   *
   * @param items so many tracks the model of taste knows, the first ones
   */
  private List<Recommended> answered(
      Strategy strategy, Mixing mixing, int items, Listener listener, Path folder)
      throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    Path store = Files.createDirectory(folder.resolve("store"));
    Indexes.build(backend, tracks, fitted, store).close();
    List<String> known = tracks.stream().limit(items).map(Track::id).toList();
    Interactions data = RandomInteractions.of(TRACKS, items, random);
    TrainedTaste trained = Tastes.trained("ials:factors=8,epochs=4", known, data, seed);
    List<Recommended> answered = new ArrayList<>();
    try (TrackIndex index = Tastes.open(backend, store, spaces, trained, folder)) {
      ListenerRecommender recommender = Tastes.recommender(index, tracks, fitted, trained);
      Optional<String> cursor = Optional.empty();
      do {
        ForListener page =
            recommender.recommend(
                ListenerRecommenderTest.request(strategy, mixing, PAGE, cursor),
                ListenerRecommenderTest.somebody(listener));
        answered.addAll(page.recommendation().tracks());
        cursor = page.recommendation().nextCursor();
      } while (cursor.isPresent());
    }
    return answered;
  }

  /** In what measure does not matter to the order. */
  private double nearness(Listener listener, int track) {
    double liked =
        listener.liked().stream()
            .mapToDouble(each -> match(each.ordinal(), track))
            .average()
            .orElseThrow();
    double disliked =
        listener.disliked().stream().mapToDouble(each -> match(each, track)).max().orElseThrow();
    return liked - disliked / 2;
  }

  private double match(int one, int other) {
    FittedSpace space = FittedSpace.of(FeatureSpace.SOUND, fitted);
    float[] a = space.vector(tracks.get(one)).orElseThrow();
    float[] b = space.vector(tracks.get(other)).orElseThrow();
    return Metric.EUCLIDEAN.matchScore(Metric.EUCLIDEAN.distance(a, b));
  }
}
