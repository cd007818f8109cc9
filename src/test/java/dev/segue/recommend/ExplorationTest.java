package dev.segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.vector.FeatureSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places that are left to chance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorationTest {
  private static final int TRACKS = 600;
  private static final Variety NONE = new Variety(0, Variety.NO_LIMIT, Variety.NO_LIMIT, 0);

  private final long seed = new Random().nextLong();
  private Engine engine;
  private Snapshot snapshot;
  private Track like;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(TRACKS, 7).forEach(tracks::add);
    like = tracks.get(5);
    TestIndex index = new TestIndex(folder);
    index.build(tracks);
    engine = index.open();
    snapshot = engine.snapshot();
  }

  @AfterAll
  void close() {
    snapshot.close();
    engine.close();
  }

  private Wishes wishes(Exploration exploration, Variety variety) {
    return new Wishes(
        List.of(new Seed.OfTrack(like.id(), 1)),
        Wishes.Method.BEST_SCORE,
        Conditions.of(TrackFilter.EVERYTHING, FeatureSpace.SOUND, Versions.ALL, variety)
            .leaving(exploration));
  }

  private List<Recommended> first(Exploration exploration, Variety variety, int k)
      throws Exception {
    return snapshot.mixedRecommender().first(wishes(exploration, variety), k).tracks();
  }

  private static List<Integer> ordinals(List<Recommended> answer) {
    return answer.stream().map(each -> each.hit().ordinal()).toList();
  }

  private static boolean explored(Recommended each) {
    return each.reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.EXPLORATION);
  }

  /** Within five standard deviations of a binomial distribution. */
  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .5, .9, 1})
  void suchAShareOfThePlacesIsDrawn(double share) {
    int places = 100_000;
    int drawn = 0;
    Exploration exploration = new Exploration(share, seed);
    for (int place = 0; place < places; place++) {
      drawn += exploration.draw(place, 10).isPresent() ? 1 : 0;
    }
    double deviation = Math.sqrt(share * (1 - share) / places);
    assertThat((double) drawn / places).as("seed %d", seed).isCloseTo(share, within(5 * deviation));
  }

  /** Within five standard deviations, too. */
  @Test
  void everyCandidateIsDrawnAsOften() {
    int[] times = new int[8];
    Exploration always = new Exploration(1, seed);
    for (int place = 0; place < 80_000; place++) {
      times[always.draw(place, times.length).orElseThrow()]++;
    }
    for (int each : times) {
      assertThat((double) each)
          .as("seed %d", seed)
          .isCloseTo(10_000, within(5 * Math.sqrt(80_000 / 8.0 * 7 / 8)));
    }
  }

  @Test
  void answersAreLeftToChanceAsToldAndSaySo() throws Exception {
    List<Integer> best = ordinals(first(Exploration.NONE, NONE, 100));
    assertThat(first(new Exploration(0, seed), NONE, 100)).noneMatch(ExplorationTest::explored);
    assertThat(ordinals(first(new Exploration(0, seed), NONE, 100))).isEqualTo(best);
    Exploration some = new Exploration(.3, seed);
    List<Recommended> answer = first(some, NONE, 100);
    List<Integer> left = new ArrayList<>(ordinals(first(Exploration.NONE, NONE, 400)));
    for (int place = 0; place < answer.size(); place++) {
      boolean drawn = some.draw(place, 1).isPresent();
      assertThat(explored(answer.get(place))).as("seed %d, place %d", seed, place).isEqualTo(drawn);
      int ordinal = answer.get(place).hit().ordinal();
      if (!drawn) {
        assertThat(ordinal).as("the best that is left").isEqualTo(left.getFirst());
      }
      left.removeIf(each -> each == ordinal);
    }
    assertThat(ordinals(first(some, NONE, 100)))
        .isEqualTo(ordinals(answer))
        .doesNotHaveDuplicates();
    assertThat(ordinals(first(new Exploration(.3, seed + 1), NONE, 100)))
        .isNotEqualTo(ordinals(answer));
  }

  @Test
  void capsAndSpacingAreKept() throws Exception {
    for (int question = 0; question < 5; question++) {
      Variety variety = new Variety(.2, 2, 1, 2);
      List<Recommended> answer = first(new Exploration(.5, seed + question), variety, 100);
      assertThat(answer).anyMatch(ExplorationTest::explored);
      Map<String, Integer> counts = new HashMap<>();
      List<Set<String>> artists = new ArrayList<>();
      for (Recommended each : answer) {
        Set<String> own = Variety.artists(each.hit().track());
        for (Set<String> before :
            artists.subList(Math.max(0, artists.size() - 2), artists.size())) {
          assertThat(own).as("seed %d", seed).doesNotContainAnyElementsOf(before);
        }
        artists.add(own);
        own.forEach(artist -> counts.merge("artist " + artist, 1, Integer::sum));
        Variety.albums(each.hit().track())
            .forEach(album -> assertThat(counts.put("album " + album, 1)).isNull());
      }
      assertThat(counts.values()).allMatch(count -> count <= 2);
    }
  }

  @Test
  void pagesGoOn() throws Exception {
    Wishes wishes = wishes(new Exploration(.4, seed), Variety.DEFAULT);
    List<Integer> pages = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Recommendation page =
          snapshot.mixedRecommender().recommend(new RecommendationRequest(wishes, 17, cursor));
      pages.addAll(ordinals(page.tracks()));
      cursor = page.nextCursor();
    } while (cursor.isPresent() && pages.size() < 300);
    assertThat(pages).as("seed %d", seed).doesNotHaveDuplicates().hasSizeGreaterThan(290);
    assertThat(ordinals(snapshot.mixedRecommender().first(wishes, 100).tracks()))
        .isEqualTo(pages.subList(0, 100));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.01, 1.01, Double.NaN})
  void sharesAreFromNoneToAll(double share) {
    assertThatThrownBy(() -> new Exploration(share, 1))
        .isInstanceOf(RequestException.class)
        .hasMessage("explore is %s, allowed is 0 to 1.".formatted(share));
  }
}
