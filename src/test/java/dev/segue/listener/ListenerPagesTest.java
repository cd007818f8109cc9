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
  private final Interactions data = RandomInteractions.of(TRACKS, TRACKS, random);
  private final IndexBackend backend = new LuceneBackend();

  @ParameterizedTest
  @CsvSource({"SOUND,LINEAR", "TASTE,LINEAR", "HYBRID,LINEAR", "HYBRID,RRF"})
  void everyTrackComesOnce(Strategy strategy, Mixing.Fusion fusion, @TempDir Path folder)
      throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    Path store = Files.createDirectory(folder.resolve("store"));
    Indexes.build(backend, tracks, fitted, store).close();
    List<String> items = tracks.stream().map(Track::id).toList();
    TrainedTaste trained = Tastes.trained("ials:factors=8,epochs=4", items, data, seed);
    int[] some = random.ints(0, TRACKS).distinct().limit(5).toArray();
    Listener listener =
        new Listener(
            IntStream.of(some).limit(3).mapToObj(each -> new Liked(each, 1)).toList(),
            IntStream.of(some).skip(3).boxed().toList(),
            IntStream.of(some).limit(3).boxed().collect(Collectors.toSet()),
            List.of());
    List<Recommended> answered = new ArrayList<>();
    try (TrackIndex index = Tastes.open(backend, store, spaces, trained, folder)) {
      ListenerRecommender recommender = Tastes.recommender(index, tracks, fitted, trained);
      Optional<String> cursor = Optional.empty();
      do {
        ForListener page =
            recommender.recommend(
                ListenerRecommenderTest.request(
                    strategy, OptionalDouble.empty(), fusion, PAGE, cursor),
                ListenerRecommenderTest.somebody(listener));
        answered.addAll(page.recommendation().tracks());
        cursor = page.recommendation().nextCursor();
      } while (cursor.isPresent());
    }
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
