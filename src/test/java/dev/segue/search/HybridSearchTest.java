package dev.segue.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.Facets;
import dev.segue.index.Indexes;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.rank.Fusion;
import dev.segue.rank.ScorePart;
import dev.segue.rank.ScoredTrack;
import dev.segue.search.SearchRequest.Blend;
import dev.segue.search.SearchRequest.Extras;
import dev.segue.search.SearchRequest.Mode;
import dev.segue.search.SearchRequest.Syntax;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two kinds of songs: lullabies that are calm, and workouts that are not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HybridSearchTest {
  private final List<Track> tracks = new ArrayList<>();
  private List<FittedSpace> spaces;
  private Searched catalogue;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    for (int i = 0; i < 60; i++) {
      double shift = i / 1000.0;
      String words = i < 5 ? "Rainy Night Lullaby Number " + i : "Untitled " + i;
      tracks.add(track("calm" + i, words, .1 + shift, .1 + shift, "sleep", i));
      words = i < 5 ? "Gym Workout Number " + i : "Nameless " + i;
      tracks.add(track("loud" + i, words, .9 - shift, .9 - shift, "techno", i));
    }
    tracks.add(track("happy", "Happy", .5, .5, "pop", 90));
    // In this one songs differ by nothing but what their words say.
    spaces =
        Indexes.fit(tracks).stream()
            .filter(fitted -> fitted.space().equals(FeatureSpace.AUDIO_12))
            .toList();
    catalogue = new Searched(tracks, spaces, folder);
  }

  @AfterAll
  void close() throws Exception {
    catalogue.close();
  }

  @Test
  void wordsBringMusicThatSoundsSo() throws Exception {
    SearchResult found = search("rainy lullaby", Blend.DEFAULT);
    assertThat(found.mode()).isEqualTo(Mode.HYBRID);
    assertThat(ids(found)).startsWith("calm4", "calm3", "calm2", "calm1", "calm0");
    assertThat(ids(found).subList(0, 40)).allMatch(id -> id.startsWith("calm"));
    assertThat(found.total()).isGreaterThan(5);
  }

  @Test
  void theVersionThatHasTheWordsStandsForItsRecordingInEveryLeg(@TempDir Path folder)
      throws Exception {
    // calm4 and calm5 are one recording: the words find the first, the sound the more popular one.
    IntUnaryOperator foremost = ordinal -> ordinal < 120 ? ordinal | 2 : ordinal;
    try (Searched folded = new Searched(tracks, spaces, foremost, folder)) {
      SearchResult found =
          folded.search.search(
              request(
                  "rainy lullaby", Blend.DEFAULT, TrackFilter.EVERYTHING, 100, Optional.empty()));
      assertThat(found.mode()).isEqualTo(Mode.HYBRID);
      assertThat(ids(found)).contains("calm4").doesNotContain("calm5").hasSize((int) found.total());
      assertThat(found.tracks())
          .extracting(hit -> foremost.applyAsInt(hit.ordinal()))
          .doesNotHaveDuplicates();
      assertThat(found.tracks().getFirst().parts())
          .extracting(ScorePart::name)
          .containsExactly("text", "popularity", "sound");
    }
  }

  @ParameterizedTest
  @CsvSource({"untitled 7, TEXT", "by Someone, TEXT", "number lullaby, HYBRID"})
  void whoKnowsTheSongIsAnsweredByWords(String q, Mode mode) throws Exception {
    assertThat(search(q, Blend.DEFAULT).mode()).isEqualTo(mode);
  }

  @Test
  void aTitleOfWishesWinsAsATitle() throws Exception {
    SearchResult found = search("happy", Blend.DEFAULT);
    assertThat(ids(found)).first().isEqualTo("happy");
    assertThat(found.understood()).extracting(Understood::text).containsExactly("happy");
    assertThat(found.total()).isGreaterThan(1);
  }

  @Test
  void wordsBesideWishesAreCorrectedAndThatIsSaid() throws Exception {
    SearchResult found = search("calm lulaby", Blend.DEFAULT);
    assertThat(found.understood()).extracting(Understood::text).containsExactly("calm");
    assertThat(found.didYouMean()).map(Searched::read).contains("calm [lullaby]");
    assertThat(ids(found)).startsWith("calm4");
  }

  @Test
  void wishesNarrowExactlyInBothLegs() throws Exception {
    SearchResult found = search("calm music under 4 minutes", Blend.DEFAULT);
    assertThat(found.understood()).hasSize(2);
    assertThat(found.tracks())
        .isNotEmpty()
        .allMatch(hit -> hit.track().audio().energy() <= .4)
        .allMatch(hit -> hit.track().durationMillis() <= 240_000);
  }

  @Test
  void filtersHoldInBothLegs() throws Exception {
    TrackFilter loud = new TrackFilter.Range(NumericField.ENERGY, .87, Double.POSITIVE_INFINITY);
    for (Mode mode : Mode.values()) {
      SearchResult found =
          catalogue.search.search(
              request(
                  "workout",
                  new Blend(Optional.of(mode), new Fusion.Linear(), Optional.empty()),
                  loud,
                  50,
                  Optional.empty()));
      assertThat(found.tracks()).isNotEmpty().allMatch(hit -> loud.accepts(hit.track()));
    }
  }

  @Test
  void filtersDoNotChangeTheMode() throws Exception {
    TrackFilter unpopular = new TrackFilter.Range(NumericField.POPULARITY, 0, 3);
    for (String q : List.of("untitled 7", "number lullaby")) {
      SearchResult narrowed =
          catalogue.search.search(request(q, Blend.DEFAULT, unpopular, 50, Optional.empty()));
      assertThat(narrowed.mode()).as(q).isEqualTo(search(q, Blend.DEFAULT).mode());
    }
  }

  @Test
  void soundIsWhatIsNearestToTheCentroid() throws Exception {
    FeatureSpace space = FeatureSpace.AUDIO_12;
    SearchResult found =
        search(
            "rainy lullaby",
            new Blend(Optional.of(Mode.SOUND), new Fusion.Linear(), Optional.of(space)));
    double[] centroid = new double[space.dimension()];
    for (int i = 0; i < 5; i++) {
      float[] vector = catalogue.index.vector(space, 2 * i).orElseThrow();
      for (int d = 0; d < centroid.length; d++) {
        centroid[d] += vector[d] / 5;
      }
    }
    float[] point = new float[centroid.length];
    for (int d = 0; d < point.length; d++) {
      point[d] = (float) centroid[d];
    }
    List<Integer> nearest =
        IntStream.range(0, tracks.size())
            .boxed()
            .sorted(
                (a, b) ->
                    Double.compare(
                        space.metric().distance(point, vector(space, a)),
                        space.metric().distance(point, vector(space, b))))
            .limit(5)
            .toList();
    assertThat(found.tracks().subList(0, 5))
        .extracting(ScoredTrack::ordinal)
        .containsExactlyInAnyOrderElementsOf(nearest);
    assertThat(found.tracks()).allMatch(hit -> hit.parts().getFirst().name().equals("sound"));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void partsAddUp(Mode mode) throws Exception {
    for (Fusion fusion : List.of(new Fusion.Linear(), new Fusion.ReciprocalRank(60))) {
      SearchResult found =
          search("calm lullaby", new Blend(Optional.of(mode), fusion, Optional.empty()));
      for (ScoredTrack hit : found.tracks()) {
        assertThat(hit.parts().stream().mapToDouble(ScorePart::score).sum())
            .isCloseTo(hit.score(), within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"rainy lullaby", "calm music", "happy", "rany lulaby"})
  void pagesNeitherRepeatNorSkip(String q) throws Exception {
    SearchResult whole = search(q, Blend.DEFAULT);
    List<String> paged = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchResult page =
          catalogue.search.search(request(q, Blend.DEFAULT, TrackFilter.EVERYTHING, 7, cursor));
      assertThat(page.firstRank()).isEqualTo(paged.size() + 1);
      paged.addAll(ids(page));
      cursor = page.nextCursor();
    } while (cursor.isPresent());
    assertThat(paged).doesNotHaveDuplicates().hasSize((int) whole.total());
    assertThat(paged).startsWith(ids(whole).toArray(String[]::new));
  }

  @Test
  void facetsCountTheJoinedAnswer() throws Exception {
    SearchResult found =
        catalogue.search.search(
            new SearchRequest(
                "rainy lullaby",
                Syntax.LENIENT,
                TrackFilter.EVERYTHING,
                Versions.ONE,
                TrackSort.RELEVANCE,
                100,
                Optional.empty(),
                Blend.DEFAULT,
                new Extras(true, false)));
    Facets facets = found.facets().orElseThrow();
    int tracks = (int) found.total();
    int sleepy = (int) ids(found).stream().filter(id -> id.startsWith("calm")).count();
    assertThat(tracks).isBetween(50, 100).isEqualTo(found.tracks().size());
    assertThat(facets.artists()).containsExactly(new Facets.Count("Someone", tracks));
    assertThat(facets.decades()).containsExactly(new Facets.Count("2000", tracks));
    assertThat(facets.explicit()).containsExactly(new Facets.Count("false", tracks));
    assertThat(facets.genres()).contains(new Facets.Count("sleep", sleepy));
    assertThat(facets.popularityCategories())
        .extracting(Facets.Count::value)
        .startsWith("Low", "Medium");
  }

  @Test
  void whenTheTimeIsOverTheAnswerSaysSo() throws Exception {
    TrackSearch hurried =
        new TrackSearch(catalogue.index, FeatureSpace.BUILT_IN, 1, Instant.EPOCH, Duration.ZERO);
    for (String q : List.of("happy", "rainy lullaby", "rany lulaby", "calm music", "zzzzz")) {
      assertThat(hurried.search(SearchRequest.best(q, 10)).partial()).as(q).isTrue();
      assertThat(
              hurried
                  .search(
                      request(
                          q,
                          new Blend(Optional.of(Mode.TEXT), new Fusion.Linear(), Optional.empty()),
                          TrackFilter.EVERYTHING,
                          10,
                          Optional.empty()))
                  .partial())
          .as(q)
          .isTrue();
    }
    assertThat(search("calm music", Blend.DEFAULT).partial()).isFalse();
  }

  @Test
  void inAnotherOrderWishesOnlyNarrow() throws Exception {
    TrackSort longest = TrackSort.named("-duration_ms").orElseThrow();
    SearchRequest request =
        new SearchRequest(
            "calm music",
            Syntax.LENIENT,
            TrackFilter.EVERYTHING,
            Versions.ONE,
            longest,
            100,
            Optional.empty(),
            Blend.DEFAULT,
            Extras.NONE);
    SearchResult found = catalogue.search.search(request);
    assertThat(found.tracks()).hasSize(60).allMatch(hit -> hit.track().audio().energy() <= .4);
    assertThat(found.tracks().getFirst().track().durationMillis()).isEqualTo(200_059);
    assertThatThrownBy(
            () ->
                new SearchRequest(
                    "x",
                    Syntax.LENIENT,
                    TrackFilter.EVERYTHING,
                    Versions.ONE,
                    longest,
                    1,
                    Optional.empty(),
                    new Blend(Optional.of(Mode.SOUND), new Fusion.Linear(), Optional.empty()),
                    Extras.NONE))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("mode is sound");
  }

  private SearchResult search(String q, Blend blend) throws Exception {
    return catalogue.search.search(
        request(q, blend, TrackFilter.EVERYTHING, 100, Optional.empty()));
  }

  private float[] vector(FeatureSpace space, int ordinal) {
    try {
      return catalogue.index.vector(space, ordinal).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SearchRequest request(
      String q, Blend blend, TrackFilter filter, int limit, Optional<String> cursor) {
    return new SearchRequest(
        q,
        Syntax.LENIENT,
        filter,
        Versions.ONE,
        TrackSort.RELEVANCE,
        limit,
        cursor,
        blend,
        Extras.NONE);
  }

  private static List<String> ids(SearchResult found) {
    return found.tracks().stream().map(hit -> hit.track().id()).toList();
  }

  private static Track track(
      String id, String name, double energy, double valence, String genre, int i) {
    AudioFeatures audio =
        new AudioFeatures(
            energy,
            energy,
            1,
            -20 * (1 - energy),
            1,
            .1,
            1 - energy,
            0,
            .1,
            valence,
            60 + 100 * energy,
            4);
    return new Track(
        id,
        name,
        List.of("Someone"),
        null,
        List.of(genre),
        i,
        200_000 + i,
        false,
        2000,
        null,
        audio);
  }
}
