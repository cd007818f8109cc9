package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Track;
import dev.segue.index.IndexBackend;
import dev.segue.index.Indexes;
import dev.segue.index.RandomTracks;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.listener.Listener.Liked;
import dev.segue.listener.ListenerRecommender.Somebody;
import dev.segue.listening.log.Event;
import dev.segue.listening.model.FactorModel;
import dev.segue.listening.model.History;
import dev.segue.listening.model.RandomInteractions;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Variety;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers over a small catalogue are those of the formulas over all of its tracks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerRecommenderTest {
  /** Fewer than the heads of the lists of three likings have. */
  private static final int TRACKS = 90;

  /** What the model knows; the tracks after are new to it. */
  private static final int ITEMS = 60;

  private static final int LIKED = 3;
  private static final FeatureSpace SPACE = FeatureSpace.SOUND;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<Track> tracks = new RandomTracks(seed).list(TRACKS);
  private final List<FittedSpace> fitted = Indexes.fit(tracks);
  private final List<FeatureSpace> spaces = fitted.stream().map(FittedSpace::space).toList();
  private final IndexBackend backend = new LuceneBackend();
  private LikingScale matches;
  private Path folder;
  private Path store;

  @BeforeAll
  void build(@TempDir Path temporary) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    matches =
        scale(TRACKS, one -> IntStream.range(0, TRACKS).mapToDouble(i -> match(one, i)).toArray());
    folder = temporary;
    store = Files.createDirectory(folder.resolve("store"));
    Indexes.build(backend, tracks, fitted, store).close();
  }

  private TrainedTaste trained(String model) throws Exception {
    List<String> items = tracks.subList(0, ITEMS).stream().map(Track::id).toList();
    return Tastes.trained(model, items, RandomInteractions.of(ITEMS, ITEMS, random), seed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ials:factors=8,epochs=4", "pure-svd:factors=6", "item-knn:k=20", "ease"})
  void answersAreThoseOfTheFormulas(String model) throws Exception {
    TrainedTaste trained = trained(model);
    try (TrackIndex index = Tastes.open(backend, store, spaces, trained, folder)) {
      ListenerRecommender recommender = Tastes.recommender(index, tracks, fitted, trained);
      for (int question = 0; question < 40; question++) {
        Listener listener = listener();
        for (Strategy strategy : List.of(Strategy.SOUND, Strategy.TASTE, Strategy.HYBRID)) {
          for (Mixing.Fusion fusion : Mixing.Fusion.values()) {
            OptionalDouble alpha =
                random.nextBoolean()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(random.nextDouble());
            ListenerRequest request =
                request(strategy, new Mixing(alpha, fusion), TRACKS, Optional.empty());
            ForListener answer = recommender.recommend(request, somebody(listener));
            assertThat(answer.strategy()).isEqualTo(strategy);
            check(answer, trained, listener, request);
          }
        }
      }
    }
  }

  /** Likes what the model knows and something that it does not, and may dislike something. */
  private Listener listener() {
    List<Integer> some =
        new ArrayList<>(List.of(random.nextInt(ITEMS), ITEMS + random.nextInt(TRACKS - ITEMS)));
    random.ints(0, TRACKS).filter(each -> !some.contains(each)).limit(1).forEach(some::add);
    List<Liked> liked =
        some.stream().limit(LIKED).map(each -> new Liked(each, 1 + random.nextInt(5))).toList();
    List<Integer> disliked =
        random
            .ints(random.nextInt(3), 0, TRACKS)
            .boxed()
            .filter(each -> !some.contains(each))
            .distinct()
            .toList();
    return new Listener(liked, disliked, new HashSet<>(some), 0, Optional.empty());
  }

  /** Of whom always the same is known. */
  static Somebody somebody(Listener listener) {
    return new Somebody() {
      @Override
      public String id() {
        return "somebody";
      }

      @Override
      public Listener known(Optional<Instant> until) {
        return listener;
      }

      @Override
      public List<Event> events(Instant until) {
        return List.of();
      }
    };
  }

  /** By sound, where that counts, of every track, and without variety. */
  static ListenerRequest request(Strategy strategy, Mixing mixing, int k, Optional<String> cursor) {
    return new ListenerRequest(
        Optional.of(strategy),
        mixing,
        false,
        Occasion.NONE,
        OptionalLong.empty(),
        Conditions.of(
            TrackFilter.EVERYTHING,
            SPACE,
            Versions.ALL,
            new Variety(0, Variety.NO_LIMIT, Variety.NO_LIMIT, 0)),
        k,
        cursor);
  }

  private void check(
      ForListener answer, TrainedTaste trained, Listener listener, ListenerRequest request)
      throws IOException {
    Strategy strategy = request.strategy().orElseThrow();
    double all = listener.liked().stream().mapToDouble(Liked::weight).sum();
    double known =
        listener.liked().stream()
            .filter(each -> each.ordinal() < ITEMS)
            .mapToDouble(Liked::weight)
            .sum();
    double[] tastes = tastes(trained, listener.liked());
    double unit =
        scale(ITEMS, liking -> tastes(trained, List.of(new Liked(liking, 1)))).deviation();
    double[] byTaste = Arrays.stream(tastes).map(each -> each / unit).toArray();
    boolean hybrid = strategy == Strategy.HYBRID;
    long likings = listener.liked().stream().filter(each -> each.ordinal() < ITEMS).count();
    double weight = hybrid ? 1.0 / (1 + likings) : 0;
    double[] popularities = popularities(trained);
    double[] bySound = sounds(listener);
    boolean scored = !(trained.model() instanceof FactorModel);
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < TRACKS; i++) {
      boolean tasty = i < ITEMS && (!scored || tastes[i] > 0);
      if ((strategy != Strategy.TASTE || tasty)
          && !listener.played().contains(i)
          && !listener.disliked().contains(i)) {
        candidates.add(i);
      }
    }
    double tasteReach =
        candidates.stream()
            .filter(i -> i < ITEMS)
            .mapToDouble(i -> Math.abs(byTaste[i] + weight * popularities[i]))
            .max()
            .orElse(0);
    double soundReach = candidates.stream().mapToDouble(i -> Math.abs(bySound[i])).max().orElse(0);
    double usual = 1 - .7 * known / all;
    double usualTaste = (1 - usual) * tasteReach;
    double usualSound = usual * soundReach;
    double alpha =
        switch (strategy) {
          case SOUND -> 1;
          case TASTE -> 0;
          default -> request.mixing().alpha().orElse(usualSound / (usualTaste + usualSound));
        };
    boolean linear = request.mixing().fusion() == Mixing.Fusion.LINEAR;
    double[] besides = new double[TRACKS];
    double[] expected = new double[TRACKS];
    for (int i : candidates) {
      double taste =
          i >= ITEMS || strategy == Strategy.SOUND
              ? 0
              : linear
                  ? (byTaste[i] + weight * popularities[i]) / tasteReach
                  : (share(i, candidates, byTaste, ITEMS)
                      + weight * share(i, candidates, popularities, ITEMS));
      double sound =
          strategy == Strategy.TASTE
              ? 0
              : linear ? bySound[i] / soundReach : share(i, candidates, bySound, TRACKS);
      double most = linear ? 1 : 1 + (1 - alpha) * weight;
      besides[i] = (1 - alpha) * taste / most;
      expected[i] = besides[i] + alpha * sound / most;
    }
    if (hybrid) {
      double[] tasted =
          candidates.stream()
              .filter(i -> i < ITEMS)
              .mapToDouble(i -> -besides[i])
              .sorted()
              .toArray();
      List<Integer> others =
          candidates.stream().filter(i -> i >= ITEMS).sorted(order(i -> bySound[i])).toList();
      for (int i = 0; i < others.size(); i++) {
        expected[others.get(i)] -= tasted[Math.min(10 * (i + 1), tasted.length) - 1];
      }
    }
    Arrays.setAll(expected, i -> Math.max(-1, Math.min(1, expected[i])));
    candidates.sort(order(i -> expected[i]));
    List<Recommended> tracks = answer.recommendation().tracks();
    String asked = "seed %d, %s, %s, %s".formatted(seed, trained.settings(), request, listener);
    assertThat(tracks.stream().map(each -> each.hit().ordinal()))
        .as(asked)
        .containsExactlyInAnyOrderElementsOf(candidates);
    for (int place = 0; place < tracks.size(); place++) {
      Recommended each = tracks.get(place);
      assertThat(expected[each.hit().ordinal()])
          .as("place %d, which rounding alone may give to another: %s", place, asked)
          .isCloseTo(expected[candidates.get(place)], within(1e-6));
      assertThat(each.hit().score())
          .as(asked)
          .isCloseTo(expected[each.hit().ordinal()], within(1e-6));
      assertThat(each.reasons()).as(asked).isNotEmpty();
    }
    if (hybrid) {
      assertThat(answer.alpha().orElseThrow()).isCloseTo(alpha, within(1e-6));
    } else {
      assertThat(answer.alpha()).isEmpty();
    }
  }

  private static Comparator<Integer> order(IntToDoubleFunction score) {
    return Comparator.<Integer>comparingDouble(i -> -score.applyAsDouble(i))
        .thenComparingInt(i -> i);
  }

  /** What a rank is worth, as a share of the first. */
  private static double share(int track, List<Integer> candidates, double[] scores, int limit) {
    List<Integer> ranked =
        candidates.stream().filter(i -> i < limit).sorted(order(i -> scores[i])).toList();
    return 61.0 / (61 + ranked.indexOf(track));
  }

  private static double[] tastes(TrainedTaste trained, List<Liked> liked) {
    List<Liked> known = liked.stream().filter(each -> each.ordinal() < ITEMS).toList();
    int[] items = known.stream().mapToInt(Liked::ordinal).toArray();
    float[] weights = new float[items.length];
    for (int i = 0; i < items.length; i++) {
      weights[i] = TasteKind.weight(trained.settings(), known.get(i).weight());
    }
    History history = new History(items, weights);
    float[] scores = new float[ITEMS];
    trained.model().score(history, scores);
    for (int item = 0; item < ITEMS; item++) {
      double sum = Arrays.stream(trained.model().contributions(history, item)).sum();
      assertThat(sum).as("%s", trained.settings()).isCloseTo(scores[item], within(1e-5));
    }
    return IntStream.range(0, ITEMS).mapToDouble(item -> scores[item]).toArray();
  }

  /** By how many have each item, in standard deviations from the mean. */
  private static double[] popularities(TrainedTaste trained) {
    int[] counts = trained.popularity();
    double mean = Arrays.stream(counts).average().orElseThrow();
    double squares = Arrays.stream(counts).mapToDouble(i -> (i - mean) * (i - mean)).sum();
    double deviation = Math.sqrt(squares / counts.length);
    return Arrays.stream(counts).mapToDouble(count -> (count - mean) / deviation).toArray();
  }

  private double[] sounds(Listener listener) {
    double[] sounds = new double[TRACKS];
    for (int i = 0; i < TRACKS; i++) {
      int track = i;
      double liked =
          listener.liked().stream()
              .mapToDouble(each -> match(each.ordinal(), track))
              .average()
              .orElseThrow();
      double disliked =
          listener.disliked().stream()
              .mapToDouble(each -> match(each, track))
              .max()
              .orElse(matches.mean());
      sounds[i] =
          listener.liked().size()
              * (liked - matches.mean() - (disliked - matches.mean()) / 2)
              / matches.deviation();
    }
    return sounds;
  }

  private double match(int one, int other) {
    FittedSpace space = FittedSpace.of(SPACE, fitted);
    float[] a = space.vector(tracks.get(one)).orElseThrow();
    float[] b = space.vector(tracks.get(other)).orElseThrow();
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      squares += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return 1 / (1 + Math.sqrt(squares));
  }

  /** What each of so many likings says of the others: the mean, and how far it is from theirs. */
  private static LikingScale scale(int likings, IntFunction<double[]> said) {
    double sum = 0;
    double squares = 0;
    for (int liking = 0; liking < likings; liking++) {
      double[] scores = said.apply(liking);
      double mean = (Arrays.stream(scores).sum() - scores[liking]) / (likings - 1);
      sum += mean;
      for (int other = 0; other < likings; other++) {
        squares += other == liking ? 0 : Math.pow(scores[other] - mean, 2) / (likings - 1);
      }
    }
    return new LikingScale(sum / likings, Math.sqrt(squares / likings));
  }
}
