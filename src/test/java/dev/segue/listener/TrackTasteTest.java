package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.IndexBackend;
import dev.segue.index.IndexedTrack;
import dev.segue.index.Indexes;
import dev.segue.index.RandomRecordings;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.FactorModel;
import dev.segue.listening.model.History;
import dev.segue.listening.model.RandomInteractions;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FactorSpace;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of taste over the tracks of an index; slow but plain Java says what is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackTasteTest {
  private static final int TRACKS = 300;
  private static final int ITEMS = 120;

  /** So many of the items are no longer in the catalogue. */
  private static final int GONE = 10;

  private static final int NONE = -1;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Track> tracks = new RandomTracks(seed).list(TRACKS);
  private final List<List<Integer>> recordings = RandomRecordings.of(tracks, random);
  private final Interactions data = RandomInteractions.of(ITEMS, ITEMS, random);
  private final List<FittedSpace> fitted = Indexes.fit(tracks);
  private final List<FeatureSpace> spaces = fitted.stream().map(FittedSpace::space).toList();
  private final IndexBackend backend = new LuceneBackend();

  /** Any version of some recordings, and ids that no track has. */
  private final List<String> items = new ArrayList<>();

  private Path folder;
  private Path store;

  @BeforeAll
  void build(@TempDir Path temporary) throws Exception {
    folder = temporary;
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    List<List<Integer>> some = new ArrayList<>(new HashSet<>(recordings));
    some.sort(Comparator.comparing(List::getFirst));
    Collections.shuffle(some, random);
    for (List<Integer> recording : some.subList(0, ITEMS - GONE)) {
      items.add(tracks.get(recording.get(random.nextInt(recording.size()))).id());
    }
    for (int gone = 0; gone < GONE; gone++) {
      items.add(random.nextInt(items.size()), "gone-" + gone);
    }
    store = Files.createDirectory(folder.resolve("store"));
    Indexes.build(backend, tracks, fitted, ordinal -> recordings.get(ordinal).getFirst(), store)
        .close();
  }

  /** A model over the tracks, and what plain Java needs to know of it. */
  private record Laid(
      TrainedTaste trained, TrackIndex index, TrackTaste taste, List<Integer> itemOf)
      implements AutoCloseable {
    boolean factored() {
      return trained.model() instanceof FactorModel;
    }

    @Override
    public void close() throws IOException {
      index.close();
    }
  }

  private Laid lay(String model) throws Exception {
    return lay(model, items);
  }

  private Laid lay(String model, List<String> ofItems) throws Exception {
    TrainedTaste trained = Tastes.trained(model, ofItems, data, seed);
    TrackIndex index = Tastes.open(backend, store, spaces, trained, folder);
    List<Integer> itemOf =
        recordings.stream()
            .map(
                versions ->
                    versions.stream()
                        .mapToInt(version -> ofItems.indexOf(id(version)))
                        .max()
                        .orElseThrow())
            .toList();
    return new Laid(trained, index, new TrackTaste(trained, index), itemOf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ials:factors=8,epochs=4",
        "pure-svd:factors=6",
        "item-knn:k=20",
        "edlae:kept=30",
        "ease",
        "popularity"
      })
  void theBestAreThoseOfTheHighestScores(String model) throws Exception {
    try (Laid laid = lay(model)) {
      double all = 0;
      double found = 0;
      for (int question = 0; question < 100; question++) {
        History history = history(1 + random.nextInt(8));
        TrackFilter filter = filter();
        Versions versions = random.nextBoolean() ? Versions.ONE : Versions.ALL;
        Set<Integer> excluded = someTracks(random.nextInt(20));
        int k = random.nextInt(4) == 0 ? 2 * TRACKS : 1 + random.nextInt(30);
        List<Hit> expected = best(laid, history, filter, versions, excluded);
        List<Hit> wanted = expected.subList(0, Math.min(k, expected.size()));
        List<Hit> best = laid.taste.best(history, filter, versions, excluded, k);
        String asked = "seed %d, %s, %s, %s, k %d".formatted(seed, model, filter, versions, k);
        if (laid.factored() && k < expected.size()) { // then a graph answers, and nearly
          assertThat(best).as(asked).hasSize(k).isSubsetOf(expected).isSortedAccordingTo(ORDER);
          all += k;
          found += best.stream().filter(wanted::contains).count();
        } else {
          assertThat(best).as(asked).isEqualTo(wanted);
        }
      }
      assertThat(found).as("seed %d", seed).isGreaterThanOrEqualTo(.95 * all);
    }
  }

  @Test
  void popularitySaysNothingOfOneTrack() throws Exception {
    try (Laid laid = lay("popularity")) {
      IndexedTrack track = new IndexedTrack(0, tracks.getFirst());
      assertThatThrownBy(() -> laid.taste.similar(track, 5, TrackFilter.EVERYTHING, Versions.ALL))
          .isInstanceOfSatisfying(
              RequestException.class, e -> assertThat(e.code()).isEqualTo(Code.NO_VECTOR))
          .hasMessageContaining("says nothing of one track");
    }
  }

  private static final Comparator<Hit> ORDER =
      Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::ordinal);

  /** Every track that may be answered, the best first. */
  private List<Hit> best(
      Laid laid, History history, TrackFilter filter, Versions versions, Set<Integer> excluded) {
    double[] scores = scores(laid.trained, history);
    List<Hit> hits = new ArrayList<>();
    for (int ordinal = 0; ordinal < TRACKS; ordinal++) {
      List<Integer> passing =
          recordings.get(ordinal).stream()
              .filter(version -> filter.accepts(tracks.get(version)))
              .toList();
      boolean admitted =
          versions == Versions.ALL
              ? passing.contains(ordinal) && !excluded.contains(ordinal)
              : !passing.isEmpty()
                  && passing.getFirst() == ordinal
                  && Collections.disjoint(recordings.get(ordinal), excluded);
      int item = laid.itemOf.get(ordinal);
      if (admitted && item != NONE && (laid.factored() || scores[item] > 0)) {
        hits.add(new Hit(ordinal, scores[item], Double.NaN));
      }
    }
    hits.sort(ORDER);
    return hits;
  }

  private static double[] scores(TrainedTaste trained, History history) {
    double[] scores = new double[ITEMS];
    if (trained.model() instanceof FactorModel factored) {
      double[] listener = factored.listener(history).vector();
      for (int item = 0; item < ITEMS; item++) {
        for (int f = 0; f < listener.length; f++) {
          scores[item] += (double) (float) listener[f] * factored.itemVector(item)[f];
        }
      }
    } else {
      float[] floats = new float[ITEMS];
      trained.model().score(history, floats);
      for (int item = 0; item < ITEMS; item++) {
        scores[item] = floats[item];
      }
    }
    return scores;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ials:factors=8,epochs=4", "pure-svd:factors=6", "item-knn", "edlae"})
  void ofWhomNothingIsKnownNothingIsSaid(String model) throws Exception {
    try (Laid laid = lay(model)) {
      for (History nothing : List.of(History.of(), new History(new int[] {3}, new float[] {0}))) {
        assertThat(laid.taste.best(nothing, TrackFilter.EVERYTHING, Versions.ALL, Set.of(), TRACKS))
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ials:factors=8,epochs=4", "pure-svd:factors=6", "item-knn:k=20", "edlae:kept=30"})
  void similarIsWhatWhoHeardNothingElseWouldBeRecommended(String model) throws Exception {
    try (Laid laid = lay(model)) {
      for (int asked = 0; asked < TRACKS; asked++) {
        Versions versions = asked % 2 == 0 ? Versions.ONE : Versions.ALL;
        IndexedTrack track = new IndexedTrack(asked, tracks.get(asked));
        Track left = tracks.get(random.nextInt(TRACKS));
        TrackFilter without = new TrackFilter.Not(new TrackFilter.IdAnyOf(Set.of(left.id())));
        TrackFilter filter = new TrackFilter.AllOf(List.of(filter(), without));
        int item = laid.itemOf.get(asked);
        if (item == NONE) {
          assertThatThrownBy(() -> laid.taste.similar(track, 5, filter, versions))
              .isInstanceOfSatisfying(
                  RequestException.class, e -> assertThat(e.code()).isEqualTo(Code.NO_VECTOR))
              .hasMessageStartingWith(
                  "Track '%s' has no place in taste:".formatted(track.track().id()));
          continue;
        }
        Set<Integer> excluded = new HashSet<>(List.of(asked, tracks.indexOf(left)));
        List<ScoredTrack> similar = laid.taste.similar(track, 2 * TRACKS, filter, versions);
        List<Hit> hits = similar.stream().map(ScoredTrack::hit).toList();
        String question = "seed %d, %s, track %d, %s".formatted(seed, model, asked, filter);
        assertThat(hits)
            .as(question)
            .isEqualTo(best(laid, History.of(item), filter, versions, excluded));
        for (ScoredTrack each : similar) {
          assertThat(each.track()).isEqualTo(tracks.get(each.ordinal()));
          assertThat(each.otherVersions())
              .as(question)
              .hasSize(versions == Versions.ONE ? recordings.get(each.ordinal()).size() - 1 : 0);
          assertThat(each.ordinal()).isNotEqualTo(asked);
          if (versions == Versions.ONE) {
            assertThat(recordings.get(asked)).as(question).doesNotContain(each.ordinal());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ials:factors=8,epochs=4", "pure-svd:factors=6", "item-knn", "edlae"})
  void tracksHaveTheVectorsOfTheirRecordings(String model) throws Exception {
    try (Laid laid = lay(model)) {
      assertThat(laid.taste.recordings()).isEqualTo(ITEMS - GONE);
      for (int ordinal = 0; ordinal < TRACKS; ordinal++) {
        int item = laid.itemOf.get(ordinal);
        float[] vector =
            item != NONE && laid.trained.model() instanceof FactorModel factored
                ? factored.itemVector(item)
                : null;
        assertThat(laid.taste.vector(ordinal)).as("seed %d", seed).isEqualTo(vector);
        if (laid.factored()) {
          FactorSpace space = TrackTaste.space(laid.trained).orElseThrow();
          assertThat(laid.index.vector(space, ordinal).orElse(null)).isEqualTo(vector);
        }
      }
    }
  }

  /** What were two recordings when the model was trained may be one by now. */
  @ParameterizedTest
  @ValueSource(strings = {"ials:factors=8,epochs=4", "item-knn:k=110"})
  void twoItemsOfOneRecordingAreAnsweredOnce(String model) throws Exception {
    List<String> joined = new ArrayList<>(items);
    List<Integer> recording =
        recordings.stream()
            .filter(versions -> versions.size() > 1)
            .filter(versions -> versions.stream().anyMatch(each -> items.contains(id(each))))
            .findFirst()
            .orElseThrow();
    int other =
        recording.stream().filter(each -> !items.contains(id(each))).findFirst().orElseThrow();
    joined.set(items.indexOf("gone-3"), id(other));
    try (Laid laid = lay(model, joined)) {
      assertThat(laid.taste.recordings()).isEqualTo(ITEMS - GONE);
      for (int question = 0; question < 20; question++) {
        List<Hit> best =
            laid.taste.best(
                history(5),
                TrackFilter.EVERYTHING,
                question % 2 == 0 ? Versions.ONE : Versions.ALL,
                Set.of(),
                TRACKS);
        assertThat(best.stream().map(Hit::ordinal)).as("seed %d", seed).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void aModelOfOtherTracksKnowsNone() throws Exception {
    List<String> others = IntStream.range(0, ITEMS).mapToObj(i -> "other-" + i).toList();
    for (String model : List.of("ials:factors=8,epochs=1", "item-knn")) {
      try (Laid laid = lay(model, others)) {
        assertThat(laid.taste.recordings()).isZero();
        assertThat(
                laid.taste.best(history(5), TrackFilter.EVERYTHING, Versions.ONE, Set.of(), TRACKS))
            .isEmpty();
      }
    }
  }

  private String id(int ordinal) {
    return tracks.get(ordinal).id();
  }

  private History history(int size) {
    return History.of(random.ints(0, ITEMS).distinct().limit(size).toArray());
  }

  private Set<Integer> someTracks(int size) {
    return random.ints(size, 0, TRACKS).boxed().collect(Collectors.toUnmodifiableSet());
  }

  /** None, one that most pass, one that few pass, or one that hardly any passes. */
  private TrackFilter filter() {
    Track track = tracks.get(random.nextInt(TRACKS));
    return switch (random.nextInt(4)) {
      case 0 -> TrackFilter.EVERYTHING;
      case 1 -> new TrackFilter.Range(NumericField.POPULARITY, 0, random.nextInt(100));
      case 2 -> new TrackFilter.GenreAnyOf(TrackFilter.keys(track.genres()));
      default -> new TrackFilter.ArtistAnyOf(TrackFilter.keys(track.artists()));
    };
  }
}
