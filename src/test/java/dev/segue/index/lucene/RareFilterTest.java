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
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Fitting;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters that few tracks pass. */
class RareFilterTest {
  private static final int SIZE = 12_000;

  /** Each part passes many tracks, and all together few: no estimate shows it. */
  @Test
  void everyNeighbourIsFound(@TempDir Path folder) throws IOException {
    long seed = new Random().nextLong();
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    List<Track> tracks = new RandomTracks(seed).list(SIZE);
    Fitting fitting = new Fitting(FeatureSpace.AUDIO_12);
    tracks.forEach(fitting::add);
    FittedSpace space = fitting.fit().orElseThrow();
    List<float[]> vectors = tracks.stream().map(t -> space.vector(t).orElseThrow()).toList();
    try (TrackIndex index = build(folder, tracks, vectors)) {
      for (double share : new double[] {.2, .3, .4}) {
        TrackFilter filter = together(share);
        List<Integer> passing =
            IntStream.range(0, SIZE).filter(i -> filter.accepts(tracks.get(i))).boxed().toList();
        for (int question = 0; question < 20; question++) {
          float[] point = vectors.get(question);
          NearestQuery query =
              new NearestQuery(space.space(), point, 10, filter, Versions.ALL, Set.of());
          assertThat(index.neighbours(query).stream().map(Neighbour::ordinal))
              .containsExactlyElementsOf(
                  passing.stream()
                      .sorted(
                          Comparator.<Integer>comparingDouble(
                                  i -> space.space().metric().distance(point, vectors.get(i)))
                              .thenComparing(i -> i))
                      .limit(10)
                      .toList());
        }
      }
    }
  }

  /** All stand so nearly equally far that single precision has them in another order. */
  @Test
  void sumsOfSinglePrecisionDecideNothing(@TempDir Path folder) throws IOException {
    List<Track> tracks = new RandomTracks(1).list(300);
    Random random = new Random(1);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      vectors.add(i % 2 == 0 ? direction(random) : vectors.getLast()); // and two by two equally far
    }
    TrackFilter all =
        new TrackFilter.IdAnyOf(tracks.stream().map(Track::id).collect(Collectors.toSet()));
    float[] origin = new float[FeatureSpace.AUDIO_12.dimension()];
    int excluded = 3;
    try (TrackIndex index = build(folder, tracks, vectors)) {
      NearestQuery query =
          new NearestQuery(FeatureSpace.AUDIO_12, origin, 25, all, Versions.ALL, Set.of(excluded));
      assertThat(index.neighbours(query).stream().map(Neighbour::ordinal))
          .containsExactlyElementsOf(
              IntStream.range(0, tracks.size())
                  .filter(i -> i != excluded)
                  .boxed()
                  .sorted(
                      Comparator.<Integer>comparingDouble(
                              i -> Metric.EUCLIDEAN.distance(origin, vectors.get(i)))
                          .thenComparing(i -> i))
                  .limit(25)
                  .toList());
    }
  }

  private static float[] direction(Random random) {
    float[] vector = new float[FeatureSpace.AUDIO_12.dimension()];
    for (int j = 0; j < vector.length; j++) {
      vector[j] = (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  private static TrackFilter together(double share) {
    return new TrackFilter.AllOf(
        Stream.of(
                NumericField.VALENCE,
                NumericField.ENERGY,
                NumericField.LIVENESS,
                NumericField.ACOUSTICNESS,
                NumericField.DANCEABILITY)
            .<TrackFilter>map(field -> new TrackFilter.Range(field, 0, share))
            .toList());
  }

  private static TrackIndex build(Path folder, List<Track> tracks, List<float[]> vectors)
      throws IOException {
    LuceneBackend backend = new LuceneBackend();
    List<FeatureSpace> spaces = List.of(FeatureSpace.AUDIO_12);
    try (IndexBuilder builder = backend.create(folder, spaces)) {
      for (int i = tracks.size() - 1; i >= 0; i--) { // any order will do
        builder.add(i, tracks.get(i), Map.of(FeatureSpace.AUDIO_12.name(), vectors.get(i)), i);
      }
      builder.commit();
    }
    return backend.open(folder, spaces);
  }
}
