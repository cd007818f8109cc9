package dev.segue.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.IndexBuilder;
import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureColumn;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.Metric;
import dev.segue.vector.Scaling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of each recording, from a graph in which versions of a recording stand close together. */
class GraphVersionsTest {
  private static final int SIZE = 9_000;
  private static final int K = 10;
  private static final FeatureSpace SPACE =
      new FeatureSpace(
          "wide",
          Metric.EUCLIDEAN,
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      new FeatureColumn(
                          "column" + i,
                          Set.of(NumericField.ENERGY),
                          values -> values.of(NumericField.ENERGY),
                          Scaling.STANDARD,
                          1))
              .toList());

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final float[][] vectors = new float[SIZE][];

  @TempDir private Path folder;

  /** The first of so many candidates are enough; twice as many are; only all are. */
  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60})
  void findsEnoughRecordings(int versions) throws IOException {
    System.out.printf("%s: seed %d, %d versions%n", getClass().getSimpleName(), seed, versions);
    try (TrackIndex index = build(versions)) {
      assertThat(index.exact(SPACE)).isFalse();
      double found = 0;
      for (int question = 0; question < 40; question++) {
        int excluded = random.nextInt(SIZE);
        float[] point = near(vectors[excluded], .5);
        List<Integer> nearest =
            index
                .neighbours(
                    new NearestQuery(
                        SPACE, point, K, TrackFilter.EVERYTHING, Versions.ONE, Set.of(excluded)))
                .stream()
                .map(Neighbour::ordinal)
                .toList();
        double[] distances =
            IntStream.range(0, SIZE)
                .filter(i -> i % versions == 0 && i != excluded - excluded % versions)
                .mapToDouble(i -> distance(point, i))
                .sorted()
                .limit(K)
                .toArray();
        assertThat(nearest)
            .hasSize(K)
            .doesNotHaveDuplicates()
            .allMatch(i -> i % versions == 0, "is the foremost version")
            .isSortedAccordingTo((a, b) -> Double.compare(distance(point, a), distance(point, b)));
        found += nearest.stream().filter(i -> distance(point, i) <= distances[K - 1]).count();
      }
      assertThat(found / 40 / K).isGreaterThanOrEqualTo(versions == 60 ? 1 : .9);
    }
  }

  private double distance(float[] point, int ordinal) {
    return SPACE.metric().distance(point, vectors[ordinal]);
  }

  private float[] near(float[] middle, double deviation) {
    float[] vector = new float[middle.length];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = middle[d] + (float) (deviation * random.nextGaussian());
    }
    return vector;
  }

  private TrackIndex build(int versions) throws IOException {
    List<Track> tracks = new RandomTracks(seed).list(SIZE);
    LuceneBackend backend = new LuceneBackend();
    try (IndexBuilder builder = backend.create(folder, List.of(SPACE))) {
      for (int i = 0; i < SIZE; i++) {
        int foremost = i - i % versions;
        vectors[i] =
            i == foremost ? near(new float[SPACE.dimension()], 1) : near(vectors[foremost], .05);
        builder.add(i, tracks.get(i), Map.of(SPACE.name(), vectors[i]), foremost);
      }
      builder.commit();
    }
    return backend.open(folder, List.of(SPACE));
  }
}
