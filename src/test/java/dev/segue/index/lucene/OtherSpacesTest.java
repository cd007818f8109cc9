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
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Fitting;
import dev.segue.vector.Metric;
import dev.segue.vector.Scaling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spaces that no tree answers for: of many dimensions, by a graph; along the axes, by measuring.
 */
class OtherSpacesTest {
  private static final int SIZE = 3_000;
  private static final int K = 10;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Track> tracks = new RandomTracks(seed).list(SIZE);

  @TempDir private Path folder;

  @Test
  void aGraphFindsNearlyAllAndAlwaysEnough() throws IOException {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    FittedSpace space = fit(new FeatureSpace("wide", Metric.EUCLIDEAN, columns(40)));
    try (TrackIndex index = build(space)) {
      assertThat(index.exact(space.space())).isFalse();
      assertThat(recall(index, space, TrackFilter.EVERYTHING)).isGreaterThanOrEqualTo(.95);
      TrackFilter few = new TrackFilter.Range(NumericField.DURATION_MS, 0, 9_000);
      assertThat(recall(index, space, few)).as("of some fifty tracks").isEqualTo(1);
    }
  }

  @Test
  void alongTheAxesIsExact() throws IOException {
    FittedSpace space = fit(new FeatureSpace("axes", Metric.MANHATTAN, columns(12)));
    try (TrackIndex index = build(space)) {
      assertThat(index.exact(space.space())).isTrue();
      assertThat(recall(index, space, TrackFilter.EVERYTHING)).isEqualTo(1);
    }
  }

  /** The share of answers that are no farther than the k-th nearest. */
  private double recall(TrackIndex index, FittedSpace space, TrackFilter filter)
      throws IOException {
    int found = 0;
    int all = 0;
    for (int question = 0; question < 30; question++) {
      int seedTrack = random.nextInt(SIZE);
      float[] point = space.vector(tracks.get(seedTrack)).orElseThrow();
      List<Double> distances =
          IntStream.range(0, SIZE)
              .filter(i -> i != seedTrack && filter.accepts(tracks.get(i)))
              .mapToObj(i -> space.vector(tracks.get(i)).orElseThrow())
              .map(vector -> space.space().metric().distance(point, vector))
              .sorted()
              .limit(K)
              .toList();
      List<Neighbour> neighbours =
          index.neighbours(
              new NearestQuery(space.space(), point, K, filter, Versions.ALL, Set.of(seedTrack)));
      assertThat(neighbours).hasSameSizeAs(distances);
      all += distances.size();
      for (Neighbour neighbour : neighbours) {
        found += neighbour.distance() <= distances.getLast() ? 1 : 0;
      }
    }
    return found / (double) all;
  }

  private static List<FeatureColumn> columns(int count) {
    List<FeatureColumn> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      NumericField field = NumericField.AUDIO.get(i % NumericField.AUDIO.size());
      int bend = i / NumericField.AUDIO.size() + 1;
      columns.add(
          new FeatureColumn(
              field.label() + bend,
              Set.of(field),
              values -> Math.sin(bend * values.of(field)),
              Scaling.STANDARD,
              1));
    }
    return columns;
  }

  private FittedSpace fit(FeatureSpace space) {
    Fitting fitting = new Fitting(space);
    tracks.forEach(fitting::add);
    return fitting.fit().orElseThrow();
  }

  private TrackIndex build(FittedSpace space) throws IOException {
    LuceneBackend backend = new LuceneBackend();
    List<FeatureSpace> spaces = List.of(space.space());
    try (IndexBuilder builder = backend.create(folder, spaces)) {
      for (int i = 0; i < SIZE; i++) {
        float[] vector = space.vector(tracks.get(i)).orElseThrow();
        builder.add(i, tracks.get(i), Map.of(space.space().name(), vector), i);
      }
      builder.commit();
    }
    return backend.open(folder, spaces);
  }
}
