package dev.segue.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FactorSpace;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every index must do with vectors that come after it was built. */
public abstract class AttachmentContract {
  private static final int SIZE = 3_000;
  private static final int FACTORS = 48;
  private static final int K = 10;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Track> tracks = new RandomTracks(seed).list(SIZE);
  private final List<FittedSpace> fitted = Indexes.fit(tracks);
  private final List<FeatureSpace> spaces = fitted.stream().map(FittedSpace::space).toList();

  /** Longer and shorter ones, as popular items have and others; some tracks have none. */
  private final float[][] items =
      IntStream.range(0, SIZE)
          .mapToObj(i -> i % 7 == 0 ? null : gaussian(1 / (1 + random.nextDouble() * 9)))
          .toArray(float[][]::new);

  private final FactorSpace space = new FactorSpace("taste", FACTORS);

  @TempDir private Path folder;
  @TempDir private Path attached;

  /** The kind of index that is held against the contract. */
  protected abstract IndexBackend backend();

  @BeforeEach
  void build() throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    Indexes.build(backend(), tracks, fitted, ordinal -> ordinal, folder).close();
    backend().attach(folder, attachment(), ordinal -> items[ordinal]);
  }

  private Attachment attachment() {
    return new Attachment(attached, space);
  }

  private float[] gaussian(double length) {
    float[] vector = new float[FACTORS];
    for (int f = 0; f < FACTORS; f++) {
      vector[f] = (float) (length * random.nextGaussian());
    }
    return vector;
  }

  private TrackIndex open() throws IOException {
    return backend().open(folder, spaces, Optional.of(attachment()));
  }

  @Test
  void vectorsAreThoseThatWereAttached() throws IOException {
    try (TrackIndex index = open()) {
      for (int ordinal = 0; ordinal < SIZE; ordinal++) {
        assertThat(index.vector(space, ordinal).orElse(null)).isEqualTo(items[ordinal]);
      }
      float[] own = index.vector(spaces.getFirst(), 5).orElseThrow();
      assertThat(own).isEqualTo(fitted.getFirst().vector(tracks.get(5)).orElseThrow());
    }
  }

  @Test
  void theNearestAreThoseOfTheLargestInnerProducts() throws IOException {
    try (TrackIndex index = open()) {
      double all = 0;
      double found = 0;
      for (int question = 0; question < 60; question++) {
        float[] listener = gaussian(1);
        TrackFilter filter =
            question % 3 == 0
                ? TrackFilter.EVERYTHING
                : new TrackFilter.Range(NumericField.POPULARITY, question, 100);
        Set<Integer> excluded =
            random.ints(question, 0, SIZE).boxed().collect(Collectors.toUnmodifiableSet());
        List<Integer> best =
            IntStream.range(0, SIZE)
                .filter(i -> items[i] != null && !excluded.contains(i))
                .filter(i -> filter.accepts(tracks.get(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -product(listener, items[i])))
                .limit(K)
                .toList();
        List<Integer> nearest =
            index
                .neighbours(new NearestQuery(space, listener, K, filter, Versions.ALL, excluded))
                .stream()
                .map(Neighbour::ordinal)
                .toList();
        assertThat(nearest).hasSameSizeAs(best).noneMatch(excluded::contains);
        all += best.size();
        found += best.stream().filter(nearest::contains).count();
      }
      assertThat(found / all).isGreaterThanOrEqualTo(.95);
    }
  }

  private static double product(float[] listener, float[] item) {
    return IntStream.range(0, item.length).mapToDouble(f -> (double) listener[f] * item[f]).sum();
  }

  @Test
  void anotherIndexRefusesThem(@TempDir Path other) throws Exception {
    Indexes.build(backend(), tracks.subList(0, SIZE - 1), fitted, ordinal -> ordinal, other)
        .close();
    assertThatThrownBy(() -> backend().open(other, spaces, Optional.of(attachment())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another index");
  }

  @Test
  void damagedOnesAreRefused() throws IOException {
    List<Path> files;
    try (var all = Files.list(attached)) {
      files = all.filter(file -> !file.endsWith("write.lock")).toList();
    }
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      byte[] broken = whole.clone();
      broken[broken.length / 2] ^= 1;
      Files.write(file, broken);
      assertThatThrownBy(this::open).as("%s", file.getFileName()).isInstanceOf(IOException.class);
      Files.write(file, whole);
    }
    open().close();
  }
}
