package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.recommend.Seed;
import dev.segue.recommend.Variety;
import dev.segue.recommend.Wishes;
import dev.segue.vector.FeatureSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every measure, against counting in plain Java. */
class RecommendEvaluationTest {
  private static final int QUERIES = 40;
  private static final long SEED = 3;

  @Test
  void sharesAreWhatCountingSays(@TempDir Path folder) throws Exception {
    TestIndex index = new TestIndex(folder);
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(2_000, 5).forEach(tracks::add);
    index.build(tracks);
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      RecommendReport report = run(snapshot, SEED);
      assertThat(report.rows())
          .extracting(RecommendReport.Row::method)
          .containsExactly("best_score", "rocchio", "best_score", "rocchio");
      SeedMixes mixes = new SeedMixes(snapshot.index(), new Random(SEED));
      for (SeedMix.Kind kind : SeedMix.Kind.values()) {
        double artist = 0;
        double genre = 0;
        int count = 0;
        for (SeedMix mix : mixes.draw(kind, QUERIES)) {
          assertThat(mix.seeds()).hasSize(5);
          Set<String> ids = mix.seeds().stream().map(Track::id).collect(Collectors.toSet());
          for (Recommended each : answer(snapshot, mix)) {
            Track track = each.hit().track();
            assertThat(ids).doesNotContain(track.id());
            artist +=
                track.artists().stream()
                        .map(NameKey::of)
                        .anyMatch(name -> name.equals(mix.artist()))
                    ? 1
                    : 0;
            genre += track.genres().stream().anyMatch(mix.genres()::contains) ? 1 : 0;
            count++;
          }
        }
        RecommendReport.Row row =
            report.rows().stream()
                .filter(each -> each.mix().equals(kind.label()))
                .findFirst()
                .orElseThrow();
        assertThat(row.queries()).isEqualTo(QUERIES);
        assertThat(row.genre20().value()).isCloseTo(genre / count, within(1e-9));
        if (kind == SeedMix.Kind.ONE_ARTIST) {
          assertThat(row.artist20().value()).isCloseTo(artist / count, within(1e-9));
        } else {
          assertThat(row.artist20()).isNull();
        }
      }
      assertThat(report.differences()).hasSize(2);
      assertThat(run(snapshot, SEED).differences()).isEqualTo(report.differences());
      assertThat(run(snapshot, SEED + 1).differences()).isNotEqualTo(report.differences());
    }
  }

  private static List<Recommended> answer(Snapshot snapshot, SeedMix mix) throws Exception {
    Wishes wishes =
        new Wishes(
            mix.seeds().stream().<Seed>map(track -> new Seed.OfTrack(track.id(), 1)).toList(),
            Wishes.Method.BEST_SCORE,
            Conditions.of(
                TrackFilter.EVERYTHING,
                FeatureSpace.SOUND,
                Versions.ONE,
                new Variety(0, Variety.NO_LIMIT, Variety.NO_LIMIT, 0)));
    return snapshot.mixedRecommender().first(wishes, 20).tracks();
  }

  @Test
  void aCatalogueWithTooLittleIsNamed(@TempDir Path folder) throws Exception {
    TestIndex index = new TestIndex(folder);
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(8, 5).forEach(tracks::add);
    index.build(tracks);
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      assertThatThrownBy(() -> run(snapshot, SEED))
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("no two artists and no two genres");
    }
    assertThatThrownBy(() -> new Sample(0, 1)).hasMessage("queries is 0, allowed is 1 to 100000.");
  }

  private static RecommendReport run(Snapshot snapshot, long seed) throws Exception {
    return new RecommendEvaluation(
            snapshot.index(),
            snapshot.mixedRecommender(),
            new Sample(QUERIES, seed),
            FeatureSpace.SOUND,
            Progress.NONE)
        .run();
  }
}
