package dev.segue.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every index must do where one version stands for a recording. Slow but plain Java says what
 * is right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class VersionsContract {
  private static final int SIZE = 2_000;
  private static final TimeBudget LONG = TimeBudget.of(Duration.ofHours(1));

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Track> tracks = new RandomTracks(seed).list(SIZE);
  private final List<FittedSpace> spaces = Indexes.fit(tracks);

  /** The recording of each track: one that stands for it, then the most popular version first. */
  private final List<List<Integer>> recordings = RandomRecordings.of(tracks, random);

  private TrackIndex index;

  /** The kind of index that is held against the contract. */
  protected abstract IndexBackend backend();

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    index =
        Indexes.build(
            backend(), tracks, spaces, ordinal -> recordings.get(ordinal).getFirst(), folder);
  }

  @AfterAll
  void close() throws IOException {
    index.close();
  }

  @Test
  void whoStandsForARecordingComesFirstThenTheMostPopular() {
    for (int ordinal = 0; ordinal < SIZE; ordinal++) {
      assertThat(index.versions(ordinal)).isEqualTo(recordings.get(ordinal));
    }
  }

  @Test
  void aHitHasTheOtherVersionsBesideIt() throws IOException {
    for (int ordinal = 0; ordinal < 200; ordinal++) {
      int asked = ordinal;
      Hit hit = new Hit(ordinal, 1, 1);
      List<Track> others =
          recordings.get(ordinal).stream()
              .filter(version -> version != asked)
              .map(tracks::get)
              .toList();
      assertThat(index.tracks(List.of(hit), Versions.ONE))
          .containsExactly(new ScoredTrack(hit, tracks.get(ordinal), others));
      assertThat(index.tracks(List.of(hit), Versions.ALL))
          .containsExactly(new ScoredTrack(hit, tracks.get(ordinal), List.of()));
    }
  }

  @Test
  void theNearestRecordingsAreTheNearest() throws IOException {
    for (int question = 0; question < 300; question++) {
      FittedSpace space = spaces.get(random.nextInt(spaces.size()));
      int asked = random.nextInt(SIZE);
      Optional<float[]> vector = index.vector(space.space(), asked);
      if (vector.isEmpty()) {
        continue;
      }
      TrackFilter filter = filter();
      NearestQuery query =
          new NearestQuery(
              space.space(),
              vector.get(),
              1 + random.nextInt(40),
              filter,
              Versions.ONE,
              random.nextBoolean() ? Set.of(asked) : Set.of());
      assertThat(ordinals(index.nearest(query)))
          .as("seed %d, %s", seed, query)
          .isEqualTo(nearest(query, space));
    }
  }

  @Test
  void aVersionWithoutAPlaceHidesNoOther(@TempDir Path folder) throws Exception {
    Track placed = Songs.withPopularity(new RandomTracks(1).track("placed"), 0);
    Track unplaced = Songs.withPopularity(placed, null);
    FittedSpace profile =
        spaces.stream()
            .filter(space -> space.space().equals(FeatureSpace.PROFILE_16))
            .findFirst()
            .orElseThrow();
    List<Track> versions = List.of(unplaced, placed);
    try (TrackIndex both = Indexes.build(backend(), versions, spaces, ordinal -> 0, folder)) {
      NearestQuery query =
          new NearestQuery(
              profile.space(),
              profile.vector(placed).orElseThrow(),
              2,
              TrackFilter.EVERYTHING,
              Versions.ONE,
              Set.of());
      assertThat(ordinals(both.nearest(query))).containsExactly(1);
    }
  }

  private List<Integer> nearest(NearestQuery query, FittedSpace space) {
    Set<Integer> passing = new HashSet<>();
    for (int ordinal = 0; ordinal < SIZE; ordinal++) {
      boolean excluded = query.excluded().stream().anyMatch(recordings.get(ordinal)::contains);
      boolean placed = space.vector(tracks.get(ordinal)).isPresent();
      if (!excluded && placed && query.filter().accepts(tracks.get(ordinal))) {
        passing.add(ordinal);
      }
    }
    return folded(passing).stream()
        .sorted(
            Comparator.comparingDouble(
                    (Integer ordinal) ->
                        query
                            .space()
                            .metric()
                            .distance(
                                query.vector(), space.vector(tracks.get(ordinal)).orElseThrow()))
                .thenComparingInt(ordinal -> ordinal))
        .limit(query.k())
        .toList();
  }

  @Test
  void ofTheTracksThatFitTheFirstStandsForEachRecording() throws IOException {
    for (int question = 0; question < 100; question++) {
      String text = List.of("", "love", "night river", "dvorak", "the").get(question % 5);
      TrackSort sort =
          TrackSort.named(List.of("relevance", "-popularity", "name", "tempo").get(question % 4))
              .orElseThrow();
      TrackFilter filter = filter();
      List<Integer> fitting =
          ordinals(index.search(query(text, filter, Versions.ALL, sort, SIZE, "")).ranking());
      Set<Integer> folded = folded(fitting);
      List<Integer> expected = fitting.stream().filter(folded::contains).toList();
      TextHits one = index.search(query(text, filter, Versions.ONE, sort, SIZE, ""));
      assertThat(ordinals(one.ranking()))
          .as("seed %d, '%s', %s, %s", seed, text, filter, sort)
          .isEqualTo(expected);
      assertThat(one.total()).isEqualTo(expected.size());
      assertThat(one.facets()).contains(Facets.of(expected.stream().map(tracks::get).toList()));
      assertThat(paged(text, filter, sort)).as("seed %d, pages", seed).isEqualTo(expected);
    }
  }

  private List<Integer> paged(String text, TrackFilter filter, TrackSort sort) throws IOException {
    List<Integer> paged = new ArrayList<>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      TextHits page = index.search(query(text, filter, Versions.ONE, sort, 83, after.get()));
      paged.addAll(ordinals(page.ranking()));
      after = page.next();
    }
    return paged;
  }

  /** Of each recording, the most popular of its versions that are among some. */
  private Set<Integer> folded(Iterable<Integer> some) {
    Set<Integer> among = new HashSet<>();
    some.forEach(among::add);
    Set<Integer> folded = new HashSet<>();
    for (int ordinal : among) {
      folded.add(
          recordings.get(ordinal).stream().filter(among::contains).findFirst().orElseThrow());
    }
    return folded;
  }

  /** None, one that most pass, one that few pass, or one that hardly any passes. */
  private TrackFilter filter() {
    Track track = tracks.get(random.nextInt(SIZE));
    return switch (random.nextInt(5)) {
      case 0 -> TrackFilter.EVERYTHING;
      case 1 -> new TrackFilter.Range(NumericField.POPULARITY, 0, random.nextInt(100));
      case 2 -> new TrackFilter.Range(NumericField.ENERGY, 0, random.nextDouble());
      case 3 -> new TrackFilter.GenreAnyOf(TrackFilter.keys(track.genres()));
      default -> new TrackFilter.ArtistAnyOf(TrackFilter.keys(track.artists()));
    };
  }

  private TextQuery query(
      String text, TrackFilter filter, Versions versions, TrackSort sort, int limit, String after) {
    QueryText read = index.read(text);
    return new TextQuery(
        read,
        read.required(),
        filter,
        versions,
        sort,
        limit,
        true,
        LONG,
        Optional.of(after).filter(place -> !place.isEmpty()));
  }

  private static List<Integer> ordinals(List<Hit> hits) {
    return hits.stream().map(Hit::ordinal).toList();
  }
}
