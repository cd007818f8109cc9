package dev.segue.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.Entity;
import dev.segue.query.NameField;
import dev.segue.query.NameKey;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScorePart;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every index must do, whatever it is made of. Slow but plain Java over the same tracks says
 * what is right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class IndexBackendContract {
  private static final int SIZE = 4_000;
  private static final double EXACT = 1e-5;

  private static final TimeBudget LONG = TimeBudget.of(Duration.ofHours(1));

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Track> tracks = new RandomTracks(seed).list(SIZE);
  private final List<FittedSpace> spaces = Indexes.fit(tracks);
  private TrackIndex index;

  /** The kind of index that is held against the contract. */
  protected abstract IndexBackend backend();

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    index = Indexes.build(backend(), tracks, spaces, folder);
  }

  @AfterAll
  void close() throws IOException {
    index.close();
  }

  @Test
  void givesEveryTrackBackAsItWas() throws IOException {
    assertThat(index.size()).isEqualTo(SIZE);
    for (int ordinal = 0; ordinal < SIZE; ordinal++) {
      assertThat(index.track(ordinal)).isEqualTo(tracks.get(ordinal));
      assertThat(index.byId(tracks.get(ordinal).id()))
          .contains(new IndexedTrack(ordinal, tracks.get(ordinal)));
    }
    assertThat(index.byId("no such id")).isEmpty();
  }

  @Test
  void givesEveryVectorBack() throws IOException {
    for (FittedSpace space : spaces) {
      for (int ordinal = 0; ordinal < SIZE; ordinal++) {
        Optional<float[]> expected = space.vector(tracks.get(ordinal));
        Optional<float[]> kept = index.vector(space.space(), ordinal);
        assertThat(kept.isPresent()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
          assertThat(kept.get()).containsExactly(expected.get());
        }
      }
    }
  }

  @Test
  void givesTheNumbersOfTracksInAnyOrder() throws IOException {
    int[] ordinals = random.ints(1_000, 0, SIZE).toArray(); // some of them twice
    for (NumericField field : NumericField.values()) {
      assertThat(index.numbers(field, ordinals))
          .as("%s, seed %d", field, seed)
          .containsExactly(
              Arrays.stream(ordinals).mapToDouble(each -> field.of(tracks.get(each))).toArray());
    }
  }

  @Test
  void ofSeveralTracksWithOneIdTheFirstIsMeant(@TempDir Path folder) throws Exception {
    Track first = new RandomTracks(1).track("same");
    Track second = new RandomTracks(2).track("same");
    try (TrackIndex twice = Indexes.build(backend(), List.of(first, second), spaces, folder)) {
      assertThat(twice.byId("same")).contains(new IndexedTrack(0, first));
      assertThat(twice.ordinals("same")).containsExactly(0, 1);
      assertThat(twice.track(1)).isEqualTo(second);
    }
  }

  @Test
  void countsGenres() {
    Map<String, Integer> expected = new TreeMap<>();
    tracks.forEach(
        track -> track.genres().forEach(genre -> expected.merge(genre, 1, Integer::sum)));
    assertThat(index.genres())
        .containsExactlyElementsOf(
            expected.entrySet().stream()
                .map(entry -> new GenreCount(entry.getKey(), entry.getValue()))
                .sorted(
                    Comparator.comparingInt(GenreCount::tracks)
                        .reversed()
                        .thenComparing(GenreCount::name))
                .toList());
  }

  @Test
  void nearestAreTheNearest() throws IOException {
    for (FittedSpace space : spaces) {
      for (int question = 0; question < 50; question++) {
        int seedTrack = random.nextInt(SIZE);
        Optional<float[]> vector = index.vector(space.space(), seedTrack);
        if (vector.isPresent()) {
          int k = 1 + random.nextInt(30);
          assertNearest(
              new NearestQuery(
                  space.space(),
                  vector.get(),
                  k,
                  TrackFilter.EVERYTHING,
                  Versions.ALL,
                  Set.of(seedTrack)));
        }
      }
    }
  }

  @Test
  void everyPlacedTrackStandsOnceInTheOrderByPlace() throws IOException {
    for (FittedSpace space : spaces) {
      List<Integer> placed =
          IntStream.range(0, SIZE)
              .filter(i -> space.vector(tracks.get(i)).isPresent())
              .boxed()
              .toList();
      assertThat(Arrays.stream(index.orderByPlace(space.space())).boxed())
          .containsExactlyInAnyOrderElementsOf(placed);
    }
  }

  @Test
  void filtersNeverCostNeighbours() throws IOException {
    for (FittedSpace space : spaces) {
      for (int question = 0; question < 80; question++) {
        float[] vector = space.vector(new RandomTracks(random.nextLong()).track("x")).orElse(null);
        if (vector != null) {
          assertNearest(
              new NearestQuery(
                  space.space(),
                  vector,
                  1 + random.nextInt(100),
                  randomFilter(2),
                  Versions.ALL,
                  Set.of()));
        }
      }
    }
  }

  @Test
  void everythingIsNearWhenEverythingIsAskedFor() throws IOException {
    FittedSpace space = spaces.getFirst();
    List<Hit> all =
        index.nearest(
            new NearestQuery(
                space.space(),
                space.vector(tracks.getFirst()).orElseThrow(),
                SIZE + 10,
                TrackFilter.EVERYTHING,
                Versions.ALL,
                Set.of(0)));
    assertThat(all).hasSize(SIZE - 1);
  }

  @Test
  void neighboursOfOneDistanceStandInCatalogueOrder(@TempDir Path folder) throws Exception {
    Track one = new RandomTracks(3).track("one");
    List<Track> copies =
        IntStream.range(0, 50).mapToObj(i -> Songs.renamed(one, "id" + (50 - i))).toList();
    try (TrackIndex same = Indexes.build(backend(), copies, spaces, folder)) {
      FittedSpace space = spaces.getFirst();
      List<Hit> nearest =
          same.nearest(
              new NearestQuery(
                  space.space(),
                  space.vector(one).orElseThrow(),
                  50,
                  TrackFilter.EVERYTHING,
                  Versions.ALL,
                  Set.of()));
      assertThat(nearest)
          .extracting(Hit::ordinal)
          .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }
  }

  @Test
  void whoMayNotBeAnsweredIsNot() throws IOException {
    for (FittedSpace space : spaces) {
      for (int question = 0; question < 20; question++) {
        float[] vector = space.vector(new RandomTracks(random.nextLong()).track("x")).orElse(null);
        if (vector != null) {
          assertNearest(
              new NearestQuery(
                  space.space(),
                  vector,
                  1 + random.nextInt(100),
                  randomFilter(2),
                  Versions.ALL,
                  random
                      .ints(random.nextInt(SIZE), 0, SIZE)
                      .boxed()
                      .collect(Collectors.toUnmodifiableSet())));
        }
      }
    }
  }

  @Test
  void filtersMeanWhatTheySay() throws IOException {
    for (int question = 0; question < 150; question++) {
      TrackFilter filter = randomFilter(3);
      int[] some = random.ints(20, 0, SIZE).toArray();
      boolean[] passing = index.passing(filter, some);
      for (int i = 0; i < some.length; i++) {
        assertThat(passing[i]).isEqualTo(filter.accepts(tracks.get(some[i])));
      }
      TextHits hits = search("", filter, TrackSort.RELEVANCE);
      assertThat(ordinals(hits.ranking()))
          .as("%s", filter)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, SIZE).filter(i -> filter.accepts(tracks.get(i))).boxed().toList());
      assertThat(hits.total()).isEqualTo(hits.ranking().size());
    }
  }

  @Test
  void sortsByEveryValueBothWays() throws IOException {
    List<TrackSort> orders = new ArrayList<>();
    for (String direction : List.of("", "-")) {
      orders.add(TrackSort.named(direction + "name").orElseThrow());
      for (NumericField field : NumericField.values()) {
        orders.add(TrackSort.named(direction + field.label()).orElseThrow());
      }
    }
    for (TrackSort order : orders) {
      TextHits hits = search("", TrackFilter.EVERYTHING, order);
      assertThat(ordinals(hits.ranking()))
          .as("%s", order)
          .containsExactlyElementsOf(
              IntStream.range(0, SIZE).boxed().sorted(comparator(order)).toList());
    }
  }

  @Test
  void pagesNeitherRepeatNorSkip() throws IOException {
    for (String text : List.of("", "love", "night river")) {
      for (String sort : List.of("relevance", "name", "-popularity", "year")) {
        TrackSort order = TrackSort.named(sort).orElseThrow();
        TextHits whole = search(text, TrackFilter.EVERYTHING, order);
        List<Integer> paged = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
          TextHits page = index.search(query(text, TrackFilter.EVERYTHING, order, 37, after));
          assertThat(page.total()).isEqualTo(whole.total());
          paged.addAll(ordinals(page.ranking()));
          after = page.next();
        } while (after.isPresent());
        assertThat(paged).as("'%s' by %s", text, sort).isEqualTo(ordinals(whole.ranking()));
      }
    }
  }

  @Test
  void facetsCountTheWholeAnswer() throws IOException {
    for (int question = 0; question < 30; question++) {
      TrackFilter filter = randomFilter(2);
      QueryText text = index.read(random.nextBoolean() ? "" : "love");
      TextHits hits =
          index.search(
              new TextQuery(
                  text,
                  text.required(),
                  filter,
                  Versions.ALL,
                  TrackSort.RELEVANCE,
                  SIZE,
                  true,
                  LONG,
                  Optional.empty()));
      List<Track> found = ordinals(hits.ranking()).stream().map(tracks::get).toList();
      assertThat(hits.facets()).contains(Facets.of(found));
      assertThat(hits.total()).isEqualTo(found.size());
    }
  }

  @Test
  void whatWasFoundUntilTheTimeIsOverIsAnswered() throws IOException {
    QueryText text = index.read("love");
    TextHits hits =
        index.search(
            new TextQuery(
                text,
                1,
                TrackFilter.EVERYTHING,
                Versions.ALL,
                TrackSort.RELEVANCE,
                10,
                false,
                TimeBudget.of(Duration.ZERO),
                Optional.empty()));
    assertThat(hits.partial()).isTrue();
    assertThat(
            index
                .search(
                    query(
                        "love", TrackFilter.EVERYTHING, TrackSort.RELEVANCE, 10, Optional.empty()))
                .partial())
        .isFalse();
  }

  @Test
  void refusesAPlaceThatIsNone() {
    for (String place : List.of("", "x", "1", "a b", "1 x", "1 NaN")) {
      assertThatThrownBy(
              () ->
                  index.search(
                      query(
                          "", TrackFilter.EVERYTHING, TrackSort.RELEVANCE, 1, Optional.of(place))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void mostPopularFirstWhenNoWordsAreGiven() throws IOException {
    TextHits hits = search("", TrackFilter.EVERYTHING, TrackSort.RELEVANCE);
    assertThat(hits.ranking())
        .extracting(hit -> tracks.get(hit.ordinal()).popularity())
        .extracting(popularity -> popularity == null ? 0 : popularity)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void scoresAreTheSumOfTheirParts() throws IOException {
    TextHits hits =
        index.search(
            query(
                "love night", TrackFilter.EVERYTHING, TrackSort.RELEVANCE, 100, Optional.empty()));
    assertThat(hits.ranking()).isNotEmpty();
    for (Hit hit : hits.ranking()) {
      assertThat(hit.parts().stream().mapToDouble(ScorePart::score).sum())
          .isCloseTo(hit.score(), within(EXACT));
      assertThat(hit.parts()).allMatch(part -> part.score() >= -EXACT);
    }
  }

  @Test
  void answersManyThreadsAtOnce() throws Exception {
    TextQuery query =
        query("love", TrackFilter.EVERYTHING, TrackSort.RELEVANCE, 50, Optional.empty());
    TextHits expected = index.search(query);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<TextHits>> questions = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        questions.add(() -> index.search(query));
      }
      for (var answer : threads.invokeAll(questions)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void anUnfinishedIndexCannotBeOpened(@TempDir Path folder) throws IOException {
    try (IndexBuilder builder = backend().create(folder, declared())) {
      builder.add(0, tracks.getFirst(), Map.of(), 0);
    }
    assertThatThrownBy(() -> backend().open(folder, declared())).isInstanceOf(IOException.class);
  }

  private void assertNearest(NearestQuery query) throws IOException {
    List<Hit> nearest = index.nearest(query);
    assertThat(ordinals(nearest)).as("%s", query).isEqualTo(nearestOrdinals(query));
    for (Hit hit : nearest) {
      float[] vector = index.vector(query.space(), hit.ordinal()).orElseThrow();
      assertThat(hit.distance())
          .as("%s", query)
          .isEqualTo(query.space().metric().distance(query.vector(), vector));
      assertThat(hit.score())
          .isCloseTo(query.space().metric().matchScore(hit.distance()), within(EXACT));
      assertThat(query.filter().accepts(tracks.get(hit.ordinal()))).isTrue();
    }
    assertThat(index.tracks(nearest, Versions.ALL))
        .isEqualTo(
            nearest.stream()
                .map(hit -> new ScoredTrack(hit, tracks.get(hit.ordinal()), List.of()))
                .toList());
  }

  /** The nearest, by measuring every track. */
  private List<Integer> nearestOrdinals(NearestQuery query) {
    FittedSpace space =
        spaces.stream().filter(s -> s.space().equals(query.space())).findFirst().orElseThrow();
    Map<Integer, Double> distances = new HashMap<>();
    for (int i = 0; i < SIZE; i++) {
      if (!query.excluded().contains(i) && query.filter().accepts(tracks.get(i))) {
        int ordinal = i;
        space
            .vector(tracks.get(i))
            .map(vector -> query.space().metric().distance(query.vector(), vector))
            .ifPresent(distance -> distances.put(ordinal, distance));
      }
    }
    return distances.keySet().stream()
        .sorted(Comparator.<Integer>comparingDouble(distances::get).thenComparing(i -> i))
        .limit(query.k())
        .toList();
  }

  private TrackFilter randomFilter(int depth) {
    Track track = tracks.get(random.nextInt(SIZE));
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> new TrackFilter.GenreAnyOf(TrackFilter.keys(track.genres()));
      case 1 -> new TrackFilter.ArtistAnyOf(TrackFilter.keys(track.artists()));
      case 2 -> new TrackFilter.ExplicitIs(random.nextBoolean());
      case 3 -> new TrackFilter.IdAnyOf(Set.of(track.id(), "no such id"));
      case 4 -> {
        List<NumericField> fields = List.of(NumericField.values());
        NumericField field = fields.get(random.nextInt(fields.size()));
        double bound = field.of(track);
        yield Double.isNaN(bound)
            ? TrackFilter.EVERYTHING
            : random.nextBoolean()
                ? new TrackFilter.Range(field, bound, Double.POSITIVE_INFINITY)
                : new TrackFilter.Range(field, Double.NEGATIVE_INFINITY, bound);
      }
      case 5 -> {
        List<String> words = List.of(track.name().split(" "));
        int from = random.nextInt(words.size());
        String some = String.join(" ", words.subList(from, words.size()));
        Optional<NameField> field =
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(List.of(NameField.values()).get(random.nextInt(3)));
        yield random.nextInt(3) == 0
            // One letter would begin transliterated words, too.
            ? new TrackFilter.Named(field, words.get(from).replaceFirst("(?<=..).*", ""), true)
            : new TrackFilter.Named(field, some, false);
      }
      case 6 -> {
        Entity entity = random.nextBoolean() ? Entity.ARTIST : Entity.ALBUM;
        List<String> ids = entity.ids(track);
        yield new TrackFilter.EntityIs(entity, ids.isEmpty() ? "no such id" : ids.getLast());
      }
      case 7 -> new TrackFilter.Not(randomFilter(depth - 1));
      default -> new TrackFilter.AllOf(List.of(randomFilter(depth - 1), randomFilter(depth - 1)));
    };
  }

  private Comparator<Integer> comparator(TrackSort order) {
    Comparator<Integer> byValue =
        order.by() == TrackSort.By.NAME
            ? Comparator.comparing(
                i -> NameKey.of(tracks.get(i).name()), IndexBackendContract::utf8)
            : Comparator.comparingDouble(i -> order.field().orElseThrow().of(tracks.get(i)));
    Comparator<Integer> directed = order.descending() ? byValue.reversed() : byValue;
    Comparator<Integer> missingLast =
        Comparator.comparing(
            i -> order.field().map(field -> Double.isNaN(field.of(tracks.get(i)))).orElse(false));
    return missingLast.thenComparing(directed).thenComparing(Comparator.naturalOrder());
  }

  /** Code point order, which is the order of UTF-8. */
  private static int utf8(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return Arrays.compare(left, right);
  }

  private List<FeatureSpace> declared() {
    return spaces.stream().map(FittedSpace::space).toList();
  }

  private TextHits search(String text, TrackFilter filter, TrackSort sort) throws IOException {
    return index.search(query(text, filter, sort, SIZE, Optional.empty()));
  }

  private TextQuery query(
      String text, TrackFilter filter, TrackSort sort, int limit, Optional<String> after) {
    QueryText read = index.read(text);
    return new TextQuery(
        read, read.required(), filter, Versions.ALL, sort, limit, false, LONG, after);
  }

  private static List<Integer> ordinals(List<Hit> hits) {
    return hits.stream().map(Hit::ordinal).toList();
  }
}
