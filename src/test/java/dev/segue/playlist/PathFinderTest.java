package dev.segue.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.IndexedTrack;
import dev.segue.index.Indexes;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks, against trying everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathFinderTest {
  /** Few enough for all to be at hand. */
  private static final int FEW = 30;

  private static final int MANY = 3_000;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private Catalogue few;
  private Catalogue many;

  /** Random tracks, each another song; every fifth is another version of the one before it. */
  private final class Catalogue {
    final List<Track> tracks;
    final List<FittedSpace> spaces;
    final TrackIndex index;

    Catalogue(int size, Path folder) throws Exception {
      Set<String> songs = new HashSet<>();
      tracks =
          new RandomTracks(random.nextLong())
              .list(2 * size).stream().filter(track -> songs.add(song(track))).limit(size).toList();
      spaces = Indexes.fit(tracks);
      index =
          Indexes.build(new LuceneBackend(), tracks, spaces, i -> i % 5 == 4 ? i - 1 : i, folder);
    }

    TrackPath find(int from, int to, int steps, FeatureSpace space, TrackFilter filter)
        throws Exception {
      return new PathFinder(index)
          .find(new PathRequest(at(from), at(to), steps, space, filter, Versions.ONE));
    }

    IndexedTrack at(int ordinal) {
      return new IndexedTrack(ordinal, tracks.get(ordinal));
    }
  }

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    few = new Catalogue(FEW, folder.resolve("few"));
    many = new Catalogue(MANY, folder.resolve("many"));
  }

  @AfterAll
  void close() throws Exception {
    few.index.close();
    many.index.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sound", "audio-12", "profile-16"})
  void goesFromOneEndToTheOtherInStepsWithoutRepeating(String name) throws Exception {
    FeatureSpace space = space(many, name);
    for (int question = 0; question < 40; question++) {
      int from = random.nextInt(MANY);
      int to = random.nextInt(MANY);
      int steps = List.of(2, 3, 10, 40).get(question % 4);
      if (!isPlaced(many, space, from) || !isPlaced(many, space, to) || isOne(from, to)) {
        continue;
      }
      TrackPath path = many.find(from, to, steps, space, TrackFilter.EVERYTHING);
      List<Integer> ordinals = path.tracks().stream().map(ScoredTrack::ordinal).toList();
      assertThat(ordinals).as("seed %d", seed).hasSize(steps).startsWith(from).endsWith(to);
      assertThat(ordinals.stream().map(PathFinderTest::recording)).doesNotHaveDuplicates();
      assertThat(path.tracks().stream().map(each -> song(each.track()))).doesNotHaveDuplicates();
      assertThat(path.tracks().getFirst().distance()).isNaN();
      for (int i = 1; i < steps; i++) {
        assertThat(path.tracks().get(i).distance())
            .isCloseTo(distance(many, space, ordinals.get(i - 1), ordinals.get(i)), within(1e-9));
      }
      assertThat(path.distance()).isCloseTo(distance(many, space, from, to), within(1e-9));
    }
  }

  /** Tracks that differ in two numbers only: some lie near to every point of every way. */
  @Test
  void stepsAreEvenWhereTracksAreDense(@TempDir Path folder) throws Exception {
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      double energy = random.nextDouble();
      double valence = random.nextDouble();
      String id = "song%d".formatted(i);
      tracks.add(
          new Track(
              id,
              id,
              List.of("Singer"),
              null,
              List.of(),
              50,
              1,
              null,
              null,
              null,
              new AudioFeatures(.5, energy, 1, -9, 1, .1, .5, .5, .5, valence, 120, 4)));
    }
    List<FittedSpace> spaces = Indexes.fit(tracks);
    try (TrackIndex index = Indexes.build(new LuceneBackend(), tracks, spaces, folder)) {
      for (int question = 0; question < 20; question++) {
        Track from = tracks.get(random.nextInt(MANY));
        Track to = tracks.get(random.nextInt(MANY));
        if (Math.abs(from.audio().energy() - to.audio().energy()) < .3) {
          continue;
        }
        TrackPath path =
            new PathFinder(index)
                .find(
                    new PathRequest(
                        new IndexedTrack(tracks.indexOf(from), from),
                        new IndexedTrack(tracks.indexOf(to), to),
                        10,
                        FeatureSpace.AUDIO_12,
                        TrackFilter.EVERYTHING,
                        Versions.ALL));
        assertThat(path.tracks().stream().skip(1))
            .as("seed %d", seed)
            .allSatisfy(stop -> assertThat(stop.distance()).isLessThan(2 * path.distance() / 9));
      }
    }
  }

  /** All that belong to each point, every combination. */
  @Test
  void noWalkThroughThePointsIsCheaper() throws Exception {
    FeatureSpace space = FeatureSpace.SOUND;
    int compared = 0;
    for (int question = 0; question < 100; question++) {
      int from = random.nextInt(FEW);
      int to = random.nextInt(FEW);
      if (isOne(from, to)) {
        continue;
      }
      int steps = 4;
      List<float[]> points = new ArrayList<>();
      for (int i = 1; i < steps - 1; i++) {
        points.add(between(vector(few, space, from), vector(few, space, to), i / (steps - 1.0)));
      }
      List<List<Integer>> layers = List.of(new ArrayList<>(), new ArrayList<>());
      for (int ordinal = 0; ordinal < FEW; ordinal++) {
        if (ordinal % 5 != 4 && !isOne(ordinal, from) && !isOne(ordinal, to)) {
          float[] place = vector(few, space, ordinal);
          boolean second = distance(place, points.get(1)) < distance(place, points.get(0));
          layers.get(second ? 1 : 0).add(ordinal);
        }
      }
      double best = Double.POSITIVE_INFINITY;
      for (int first : layers.get(0)) {
        for (int second : layers.get(1)) {
          best = Math.min(best, cost(List.of(from, first, second, to), points));
        }
      }
      if (best < Double.POSITIVE_INFINITY) {
        List<Integer> found =
            few.find(from, to, steps, space, TrackFilter.EVERYTHING).tracks().stream()
                .map(ScoredTrack::ordinal)
                .toList();
        assertThat(cost(found, points)).as("seed %d", seed).isCloseTo(best, within(1e-6));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  private double cost(List<Integer> walk, List<float[]> points) throws Exception {
    double cost = 0;
    for (int i = 1; i < walk.size(); i++) {
      float[] place = vector(few, FeatureSpace.SOUND, walk.get(i));
      cost += Math.pow(distance(vector(few, FeatureSpace.SOUND, walk.get(i - 1)), place), 2);
      cost += i < walk.size() - 1 ? Math.pow(distance(place, points.get(i - 1)), 2) : 0;
    }
    return cost;
  }

  @Test
  void asManyTracksAsThereAreComeBack() throws Exception {
    for (int question = 0; question < 10; question++) {
      int from = 5 * random.nextInt(FEW / 5);
      TrackPath path = few.find(from, from + 1, 100, FeatureSpace.SOUND, TrackFilter.EVERYTHING);
      assertThat(path.tracks()).as("seed %d", seed).hasSize(FEW * 4 / 5);
    }
    TrackPath direct =
        few.find(0, 1, 10, FeatureSpace.SOUND, new TrackFilter.Range(NumericField.TEMPO, 499, 500));
    assertThat(direct.tracks()).hasSize(2);
  }

  @Test
  void aSongIsPlayedOnceWhateverItsRecordings(@TempDir Path folder) throws Exception {
    List<Track> tracks = new ArrayList<>(few.tracks);
    for (String live : List.of("Song", "Song - Live", "Song (Acoustic)")) {
      Track like = few.tracks.get(tracks.size() % 7);
      tracks.add(
          new Track(
              live,
              live,
              List.of("Singer"),
              null,
              List.of(),
              50,
              1,
              null,
              null,
              null,
              like.audio()));
    }
    try (TrackIndex index = Indexes.build(new LuceneBackend(), tracks, few.spaces, folder)) {
      TrackPath path =
          new PathFinder(index)
              .find(
                  new PathRequest(
                      few.at(0),
                      few.at(1),
                      100,
                      FeatureSpace.SOUND,
                      TrackFilter.EVERYTHING,
                      Versions.ALL));
      assertThat(path.tracks()).as("seed %d", seed).hasSize(FEW + 1);
      assertThat(path.tracks().stream().filter(each -> each.track().id().startsWith("Song")))
          .hasSize(1);
    }
  }

  @Test
  void filtersHoldBetweenTheEnds() throws Exception {
    TrackFilter energetic = new TrackFilter.Range(NumericField.ENERGY, .6, 1);
    TrackPath path = many.find(0, 1, 12, FeatureSpace.SOUND, energetic);
    assertThat(path.tracks()).hasSize(12);
    assertThat(path.tracks().subList(1, 11)).allMatch(each -> energetic.accepts(each.track()));
  }

  @Test
  void wrongWalksAreNamed() {
    assertThatThrownBy(() -> few.find(0, 0, 10, FeatureSpace.SOUND, TrackFilter.EVERYTHING))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("from and to are both");
    assertThatThrownBy(() -> few.find(3, 4, 10, FeatureSpace.SOUND, TrackFilter.EVERYTHING))
        .hasMessageContaining("is the same recording as");
    assertThatThrownBy(() -> few.find(0, 1, 1, FeatureSpace.SOUND, TrackFilter.EVERYTHING))
        .hasMessage("steps is 1, allowed is 2 to 100.");
    assertThatThrownBy(() -> few.find(0, 1, 101, FeatureSpace.SOUND, TrackFilter.EVERYTHING))
        .hasMessage("steps is 101, allowed is 2 to 100.");
    int unplaced =
        IntStream.range(0, MANY)
            .filter(i -> many.tracks.get(i).popularity() == null)
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(
            () ->
                many.find(
                    unplaced, unplaced + 7, 5, FeatureSpace.PROFILE_16, TrackFilter.EVERYTHING))
        .hasMessageStartingWith("from has no place in profile-16");
  }

  private static boolean isOne(int one, int other) {
    return recording(one) == recording(other);
  }

  private static int recording(int ordinal) {
    return ordinal % 5 == 4 ? ordinal - 1 : ordinal;
  }

  private static String song(Track track) {
    return NameKey.of(track.artists().getFirst()) + "/" + NameKey.of(track.name());
  }

  private static FeatureSpace space(Catalogue catalogue, String name) {
    return catalogue.spaces.stream()
        .map(FittedSpace::space)
        .filter(space -> space.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isPlaced(Catalogue catalogue, FeatureSpace space, int ordinal)
      throws Exception {
    return catalogue.index.vector(space, ordinal).isPresent();
  }

  private static float[] vector(Catalogue catalogue, FeatureSpace space, int ordinal)
      throws Exception {
    return catalogue.index.vector(space, ordinal).orElseThrow();
  }

  private static double distance(Catalogue catalogue, FeatureSpace space, int one, int other)
      throws Exception {
    return space.metric().distance(vector(catalogue, space, one), vector(catalogue, space, other));
  }

  private static double distance(float[] one, float[] other) {
    return Metric.EUCLIDEAN.distance(one, other);
  }

  private static float[] between(float[] from, float[] to, double way) {
    float[] point = new float[from.length];
    for (int d = 0; d < point.length; d++) {
      point[d] = (float) ((1 - way) * from[d] + way * to[d]);
    }
    return point;
  }
}
