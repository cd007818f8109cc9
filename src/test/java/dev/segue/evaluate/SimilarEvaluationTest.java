package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.Indexes;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.recommend.Recommender;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every measure, against counting over all tracks in plain Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimilarEvaluationTest {
  private static final int SIZE = 300;
  private static final int EVERYTHING = 100_000;

  private final long seed = new Random().nextLong();
  private final List<Track> tracks = new RandomTracks(seed).list(SIZE);
  private final List<FittedSpace> spaces = Indexes.fit(tracks);
  private TrackIndex index;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    index =
        Indexes.build(new LuceneBackend(), tracks, spaces, SimilarEvaluationTest::foremost, folder);
  }

  @AfterAll
  void close() throws Exception {
    index.close();
  }

  /** Every third track is another version of the one before it. */
  private static int foremost(int ordinal) {
    return ordinal % 3 == 1 ? ordinal - 1 : ordinal;
  }

  @Test
  void measuresAreWhatCountingSays() throws Exception {
    SimilarReport report = run(EVERYTHING, Optional.empty(), FeatureSpace.SOUND);
    assertThat(report.queries()).isEqualTo(SIZE);
    assertThat(report.recordings()).isEqualTo(2 * SIZE / 3);
    SimilarReport.Row row = report.spaces().getFirst();
    double artist = 0;
    double genre = 0;
    double repeated = 0;
    double artists = 0;
    Set<Integer> answered = new HashSet<>();
    for (int query = 0; query < SIZE; query++) {
      int seedRecording = foremost(query);
      List<Integer> one =
          nearest(query)
              .filter(i -> foremost(i) == i && i != seedRecording)
              .limit(10)
              .boxed()
              .toList();
      answered.addAll(one);
      Track asked = tracks.get(query);
      artist += one.stream().filter(i -> meet(asked.artists(), tracks.get(i).artists())).count();
      genre += one.stream().filter(i -> meet(asked.genres(), tracks.get(i).genres())).count();
      artists +=
          one.stream().map(i -> NameKey.of(tracks.get(i).artists().getFirst())).distinct().count();
      Set<Integer> seen = new HashSet<>(Set.of(seedRecording));
      repeated += nearest(query).limit(10).filter(i -> !seen.add(foremost(i))).count();
    }
    assertThat(row.artist10().value()).isCloseTo(artist / 10 / SIZE, within(1e-9));
    assertThat(row.sameRecording10().value()).isCloseTo(repeated / 10 / SIZE, within(1e-9));
    assertThat(row.artists10().value()).isCloseTo(artists / SIZE, within(1e-9));
    assertThat(row.coverage().value()).isEqualTo(answered.size() / (2.0 * SIZE / 3));
    long withGenres = tracks.stream().filter(track -> !track.genres().isEmpty()).count();
    assertThat(row.genre10().value()).isCloseTo(genre / 10 / withGenres, within(1e-9));
  }

  @Test
  void halvesPartTheArtistsAndSpacesAreComparedOverTheSameTracks() throws Exception {
    int both = 0;
    for (Half half : Half.values()) {
      SimilarReport report =
          run(EVERYTHING, Optional.of(half), FeatureSpace.PROFILE_16, FeatureSpace.PROFILE_16);
      both += report.queries();
      assertThat(report.differences())
          .extracting(difference -> difference.difference().value())
          .containsOnly(0.0);
    }
    long placed = tracks.stream().filter(track -> track.popularity() != null).count();
    assertThat(both).isEqualTo((int) placed);
  }

  @Test
  void theSameSeedAsksTheSame() throws Exception {
    SimilarReport once = run(40, Optional.empty(), FeatureSpace.AUDIO_12);
    SimilarReport again = run(40, Optional.empty(), FeatureSpace.AUDIO_12);
    assertThat(once.queries()).isEqualTo(40);
    assertThat(again.spaces().getFirst().hubness()).isEqualTo(once.spaces().getFirst().hubness());
    assertThatThrownBy(() -> run(0, Optional.empty(), FeatureSpace.AUDIO_12))
        .isInstanceOf(RequestException.class)
        .hasMessage("queries is 0, allowed is 1 to 100000.");
  }

  /** Other tracks by distance in the space "sound". */
  private IntStream nearest(int query) {
    FittedSpace sound = spaces.getFirst();
    float[] point = sound.vector(tracks.get(query)).orElseThrow();
    return IntStream.range(0, SIZE)
        .filter(i -> i != query)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                i ->
                    sound
                        .space()
                        .metric()
                        .distance(point, sound.vector(tracks.get(i)).orElseThrow())))
        .mapToInt(i -> i);
  }

  private static boolean meet(List<String> some, List<String> others) {
    return !Collections.disjoint(
        some.stream().map(NameKey::of).toList(), others.stream().map(NameKey::of).toList());
  }

  private SimilarReport run(int queries, Optional<Half> half, FeatureSpace... asked)
      throws Exception {
    return new SimilarEvaluation(
            index,
            new Recommender(index),
            new SimilarEvaluation.Options(new Sample(queries, 7), half, List.of(asked)),
            Progress.NONE)
        .run();
  }
}
