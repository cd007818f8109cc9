package dev.segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.index.Indexes;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.ScorePart;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Wishes.Method;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Metric;
import dev.segue.vector.Spreads;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random mixes, against picking over all tracks in plain Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedRecommenderTest {
  /** Few enough for all candidates to be at hand at once, so that nothing depends on batches. */
  private static final int FEW = 60;

  private static final int MANY = 1_500;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private Catalogue few;
  private Catalogue many;

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

  /** Random tracks, of which every fourth is another version of the one before it. */
  private final class Catalogue {
    final List<Track> tracks;
    final List<FittedSpace> spaces;
    final TrackIndex index;
    final MixedRecommender recommender;

    Catalogue(int size, Path folder) throws Exception {
      tracks = new RandomTracks(seed + size).list(size);
      spaces = Indexes.fit(tracks);
      Spreads.Fitter spreads = new Spreads.Fitter();
      tracks.forEach(spreads::add);
      index = Indexes.build(new LuceneBackend(), tracks, spaces, i -> foremost(tracks, i), folder);
      recommender =
          new MixedRecommender(index, spaces, new Pages(index, spreads.fit(), 1, Instant.EPOCH));
    }

    Recommendation ask(RecommendationRequest request) throws Exception {
      return recommender.recommend(request);
    }

    float[] place(int ordinal) {
      return spaces.getFirst().vector(tracks.get(ordinal)).orElseThrow();
    }

    int ordinal(Seed of) {
      String id = ((Seed.OfTrack) of).id();
      return IntStream.range(0, tracks.size())
          .filter(i -> tracks.get(i).id().equals(id))
          .findFirst()
          .orElseThrow();
    }

    Seed someTrack(double weight) {
      return new Seed.OfTrack(tracks.get(random.nextInt(tracks.size())).id(), weight);
    }
  }

  /** The more popular of two versions; of equally popular ones, the first. */
  private static int foremost(List<Track> tracks, int ordinal) {
    int first = ordinal % 4 == 1 ? ordinal - 1 : ordinal;
    int second = first % 4 == 0 && first + 1 < tracks.size() ? first + 1 : first;
    return popularity(tracks.get(second)) > popularity(tracks.get(first)) ? second : first;
  }

  private static int popularity(Track track) {
    return track.popularity() == null ? 0 : track.popularity();
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void picksWhatPlainJavaPicks(Method method) throws Exception {
    for (int question = 0; question < 25; question++) {
      List<Seed> seeds =
          List.of(few.someTrack(1), few.someTrack(.5), few.someTrack(2), few.someTrack(-1));
      Variety variety =
          new Variety(random.nextInt(5) / 5.0, 1 + random.nextInt(3), 1, random.nextInt(3));
      TrackFilter filter =
          random.nextBoolean()
              ? TrackFilter.EVERYTHING
              : new TrackFilter.Range(NumericField.ENERGY, .2, 1);
      Versions versions = random.nextBoolean() ? Versions.ONE : Versions.ALL;
      Recommendation answer =
          few.ask(request(seeds, filter, 12, versions, method, variety, Optional.empty()));
      assertThat(ordinals(answer))
          .as("%s %s %s %s", seeds, variety, filter, versions)
          .isEqualTo(
              new PlainSelection(few.tracks, few.spaces.getFirst(), i -> foremost(few.tracks, i))
                  .pick(seeds, filter, 12, versions, method, variety));
    }
  }

  @Test
  void partsAddUpToTheScoreAndRelevanceIsThatOfTheTrack() throws Exception {
    Map<NumericField, Double> targets =
        Map.of(NumericField.TEMPO, 100.0, NumericField.YEAR, 1990.0);
    Wishes wishes =
        new Wishes(
            List.of(many.someTrack(1), many.someTrack(-2)),
            Method.ROCCHIO,
            Conditions.of(
                    TrackFilter.EVERYTHING,
                    FeatureSpace.SOUND,
                    Versions.ONE,
                    new Variety(.4, 100, 100, 0))
                .suiting(targets, field -> true));
    Recommendation answer = many.recommender.first(wishes, 50);
    assertThat(answer.tracks()).hasSize(50);
    for (Recommended each : answer.tracks()) {
      assertThat(each.hit().parts().stream().mapToDouble(ScorePart::score).sum())
          .isCloseTo(each.hit().score(), within(1e-9));
      assertThat(each.hit().parts())
          .extracting(ScorePart::name)
          .containsExactly("seeds", "target_year", "target_tempo", "variety");
      assertThat(each.reasons()).isNotEmpty();
    }
    double near = meanDistanceToTempo(answer, 100);
    double away =
        meanDistanceToTempo(
            many.ask(
                request(
                    wishes.seeds(),
                    TrackFilter.EVERYTHING,
                    50,
                    Versions.ONE,
                    Method.ROCCHIO,
                    wishes.conditions().variety(),
                    Optional.empty())),
            100);
    assertThat(near).as("a target pulls").isLessThan(away);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void pagesAreOneLongAnswer(Method method) throws Exception {
    List<Seed> seeds = List.of(many.someTrack(1), many.someTrack(1), many.someTrack(-1));
    Variety variety = new Variety(.3, 4, 3, 1);
    List<Integer> whole = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Recommendation page =
          many.ask(
              request(seeds, TrackFilter.EVERYTHING, 17, Versions.ONE, method, variety, cursor));
      assertThat(page.firstRank()).isEqualTo(whole.size() + 1);
      whole.addAll(ordinals(page));
      assertThat(page.pool().afterVariety()).isEqualTo(whole.size());
      cursor = page.nextCursor();
      pages++;
    } while (cursor.isPresent());
    assertThat(whole).doesNotHaveDuplicates();
    assertThat(pages).isGreaterThan(2);
    Recommendation once =
        many.ask(
            request(
                seeds,
                TrackFilter.EVERYTHING,
                100,
                Versions.ONE,
                method,
                variety,
                Optional.empty()));
    int common = Math.min(100, whole.size());
    assertThat(ordinals(once).subList(0, common)).isEqualTo(whole.subList(0, common));
    assertCapsHold(whole, variety);
  }

  @Test
  void asManyAsAskedForComeBackWheneverSoManyAreLeft() throws Exception {
    for (int question = 0; question < 30; question++) {
      TrackFilter filter =
          new TrackFilter.Range(NumericField.ENERGY, random.nextDouble(), Double.POSITIVE_INFINITY);
      Recommendation answer =
          many.ask(
              request(
                  List.of(many.someTrack(1)),
                  filter,
                  100,
                  Versions.ALL,
                  Method.BEST_SCORE,
                  new Variety(.5, 100, 100, 0),
                  Optional.empty()));
      int passing = (int) many.tracks.stream().filter(filter::accepts).count();
      assertThat(answer.pool().candidates()).isEqualTo(MANY);
      assertThat(answer.pool().afterFilters()).isEqualTo(passing);
      assertThat(answer.tracks()).hasSizeBetween(Math.min(100, passing - 1), 100);
      assertThat(answer.whyFewer().map(Recommendation.WhyFewer::condition))
          .isEqualTo(answer.tracks().size() == 100 ? Optional.empty() : Optional.of("min_energy"));
    }
  }

  @Test
  void whatTookMostIsSaid() throws Exception {
    List<Seed> seeds = List.of(new Seed.OfGenre("rock", 1));
    assertWhy("max_per_artist", seeds, TrackFilter.EVERYTHING, new Variety(0, 1, 100, 0));
    assertWhy("spacing", seeds, TrackFilter.EVERYTHING, new Variety(0, 100, 100, 100));
    Set<String> artists =
        many.tracks.stream().map(track -> track.artists().getFirst()).collect(Collectors.toSet());
    String artist = Collections.max(artists, Comparator.comparingLong(this::tracksBy));
    TrackFilter byOne = new TrackFilter.ArtistAnyOf(TrackFilter.keys(Set.of(artist)));
    assertThat(tracksBy(artist)).as("seed %d", seed).isGreaterThan(100);
    assertWhy("max_per_artist", seeds, byOne, new Variety(0, 2, 100, 0));
  }

  private long tracksBy(String artist) {
    return many.tracks.stream().filter(track -> track.artists().contains(artist)).count();
  }

  private void assertWhy(String condition, List<Seed> seeds, TrackFilter filter, Variety variety)
      throws Exception {
    Recommendation answer =
        many.ask(
            request(
                seeds, filter, 100, Versions.ALL, Method.BEST_SCORE, variety, Optional.empty()));
    assertThat(answer.tracks()).hasSizeLessThan(100);
    assertThat(answer.whyFewer()).map(Recommendation.WhyFewer::condition).contains(condition);
  }

  /** Many seeds that weigh differently, over all tracks. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void withoutVarietyTheMostRelevantOfAllComeBackInOrder(Method method) throws Exception {
    List<Seed> seeds = new ArrayList<>(List.of(many.someTrack(10)));
    for (int i = 0; i < 30; i++) {
      seeds.add(many.someTrack(.1 + random.nextDouble()));
    }
    seeds.add(many.someTrack(-.5));
    Recommendation answer =
        many.ask(
            request(
                seeds,
                TrackFilter.EVERYTHING,
                100,
                Versions.ALL,
                method,
                new Variety(0, Variety.NO_LIMIT, Variety.NO_LIMIT, 0),
                Optional.empty()));
    List<Integer> own = seeds.stream().map(each -> many.ordinal(each)).toList();
    Relevance relevance = relevance(seeds, own, method);
    List<Integer> plain =
        IntStream.range(0, MANY)
            .filter(i -> !own.contains(i))
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -relevance.of(many.place(i)))
                    .thenComparingInt(i -> i))
            .limit(100)
            .toList();
    assertThat(ordinals(answer)).isEqualTo(plain);
  }

  private Relevance relevance(List<Seed> seeds, List<Integer> ordinals, Method method) {
    List<Relevance.Weighted> liked = new ArrayList<>();
    List<Relevance.Weighted> disliked = new ArrayList<>();
    for (int i = 0; i < seeds.size(); i++) {
      double weight = seeds.get(i).weight();
      (weight > 0 ? liked : disliked)
          .add(new Relevance.Weighted(many.place(ordinals.get(i)), Math.abs(weight)));
    }
    return method == Method.BEST_SCORE
        ? new BestScore(Metric.EUCLIDEAN, liked, disliked)
        : new Rocchio(
            Metric.EUCLIDEAN, Rocchio.point(FeatureSpace.SOUND, liked, disliked).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void seedsThatCancelOutAreRefused(Method method) {
    Seed liked = few.someTrack(1);
    Seed disliked = new Seed.OfTrack(((Seed.OfTrack) liked).id(), -1);
    assertThatThrownBy(
            () ->
                few.ask(
                    request(
                        List.of(liked, disliked),
                        TrackFilter.EVERYTHING,
                        10,
                        Versions.ONE,
                        method,
                        Variety.DEFAULT,
                        Optional.empty())))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith("The 2 seeds cancel out in sound");
  }

  @Test
  void noVersionOfASeedComesBack() throws Exception {
    for (int ordinal = 0; ordinal < 48; ordinal += 4) {
      String id = few.tracks.get(ordinal + 1).id();
      Recommendation answer =
          few.ask(
              request(
                  List.of(new Seed.OfTrack(id, 1)),
                  TrackFilter.EVERYTHING,
                  100,
                  Versions.ONE,
                  Method.ROCCHIO,
                  Variety.DEFAULT,
                  Optional.empty()));
      assertThat(ordinals(answer)).hasSize(FEW * 3 / 4 - 1).doesNotContain(ordinal, ordinal + 1);
    }
  }

  @Test
  void otherRowsOfASeedDoNotComeBackEither(@TempDir Path folder) throws Exception {
    List<Track> rows = new ArrayList<>(few.tracks);
    rows.addAll(few.tracks);
    try (TrackIndex index = Indexes.build(new LuceneBackend(), rows, few.spaces, folder)) {
      Spreads.Fitter spreads = new Spreads.Fitter();
      rows.forEach(spreads::add);
      Recommendation answer =
          new MixedRecommender(index, few.spaces, new Pages(index, spreads.fit(), 1, Instant.EPOCH))
              .recommend(
                  request(
                      List.of(few.someTrack(1)),
                      TrackFilter.EVERYTHING,
                      100,
                      Versions.ONE,
                      Method.BEST_SCORE,
                      Variety.DEFAULT,
                      Optional.empty()));
      assertThat(answer.tracks()).hasSize(100);
      assertThat(answer.tracks())
          .extracting(each -> each.hit().track().id())
          .doesNotContain(((Seed.OfTrack) answer.seeds().getFirst().seed()).id());
    }
  }

  @Test
  void wrongSeedsAreNamedAllAtOnce() {
    assertThatThrownBy(
            () ->
                ask(
                    new Seed.OfTrack("nobody", 1),
                    few.someTrack(1),
                    new Seed.OfArtist("Nemo", -1),
                    new Seed.OfGenre("polkacore", 1),
                    new Seed.OfNumbers(Map.of(NumericField.KEY, 3.0), 1)))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "seeds[0]: No track has the id 'nobody'. seeds[2]: No track is by an artist 'Nemo'."
                + " seeds[3]: No track has the genre 'polkacore'. seeds[4]: key is 3.0, but sound"
                + " does not compare key; ask in another space.");
    assertThatThrownBy(() -> ask(few.someTrack(-1)))
        .hasMessage("None of 1 seeds has a weight above 0; say what answers shall be like.");
    assertThatThrownBy(() -> ask(Collections.nCopies(51, few.someTrack(1)).toArray(Seed[]::new)))
        .hasMessage("seeds is 51, allowed is 1 to 50.");
    assertThatThrownBy(() -> few.someTrack(0)).hasMessageContaining("allowed is -10 to 10");
    assertThatThrownBy(() -> few.someTrack(Double.NaN)).hasMessageContaining("weight is NaN");
    assertThatThrownBy(() -> new Variety(1.5, 1, 1, 0))
        .hasMessage("diversity is 1.5, allowed is 0 to 1.");
  }

  @Test
  void artistsAndGenresStandAtTheMeanOfTheirTracks() throws Exception {
    Recommendation answer =
        ask(
            new Seed.OfGenre("ROCK", 1),
            new Seed.OfNumbers(Map.of(NumericField.ENERGY, .9, NumericField.TEMPO, 120.0), 1));
    assertThat(answer.seeds())
        .extracting(Recommendation.Taken::label)
        .containsExactly("rock", "what you describe");
    assertThat(answer.seeds().getFirst().tracks()).isBetween(2, FEW);
    assertThat(answer.seeds().getLast().tracks()).isZero();
  }

  private Recommendation ask(Seed... seeds) throws Exception {
    return few.ask(
        request(
            List.of(seeds),
            TrackFilter.EVERYTHING,
            10,
            Versions.ONE,
            Method.BEST_SCORE,
            Variety.DEFAULT,
            Optional.empty()));
  }

  private static RecommendationRequest request(
      List<Seed> seeds,
      TrackFilter filter,
      int k,
      Versions versions,
      Method method,
      Variety variety,
      Optional<String> cursor) {
    return new RecommendationRequest(
        new Wishes(seeds, method, Conditions.of(filter, FeatureSpace.SOUND, versions, variety)),
        k,
        cursor);
  }

  private static List<Integer> ordinals(Recommendation answer) {
    return answer.tracks().stream().map(each -> each.hit().ordinal()).toList();
  }

  private static double meanDistanceToTempo(Recommendation answer, double tempo) {
    return answer.tracks().stream()
        .mapToDouble(each -> Math.abs(each.hit().track().audio().tempo() - tempo))
        .average()
        .orElseThrow();
  }

  private void assertCapsHold(List<Integer> ordinals, Variety variety) {
    Map<String, Integer> artists = new HashMap<>();
    for (int i = 0; i < ordinals.size(); i++) {
      Set<String> own = PlainSelection.artists(many.tracks.get(ordinals.get(i)));
      for (int j = Math.max(0, i - variety.spacing()); j < i; j++) {
        assertThat(PlainSelection.artists(many.tracks.get(ordinals.get(j))))
            .doesNotContainAnyElementsOf(own);
      }
      own.forEach(artist -> artists.merge(artist, 1, Integer::sum));
    }
    assertThat(artists.values()).allMatch(count -> count <= variety.maxPerArtist());
    Map<String, Long> albums =
        ordinals.stream()
            .map(many.tracks::get)
            .filter(track -> track.album() != null)
            .collect(Collectors.groupingBy(PlainSelection::album, Collectors.counting()));
    assertThat(albums.values()).allMatch(count -> count <= variety.maxPerAlbum());
  }
}
