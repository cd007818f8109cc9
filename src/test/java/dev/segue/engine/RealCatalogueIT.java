package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import dev.segue.index.IndexedTrack;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.SimilarRequest;
import dev.segue.search.Resolution;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way, on the real 114k catalogue: indexed, found, compared, exported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCatalogueIT {
  private static final Path CATALOGUE = Path.of("../shared/data/spotify-tracks-114k/dataset.csv");
  private static final Path GOLDEN = Path.of("../shared/golden/neighbours.json");
  private static final int TRACKS = 89_740;
  private static final int K = 10;

  /** Distances closer than this are the same: the published ones have eight decimals. */
  private static final double SAME = 1e-6;

  private Rebuild.Result built;
  private Engine engine;
  private Snapshot snapshot;

  @BeforeAll
  void index(@TempDir Path folder) throws IOException {
    assumeTrue(Files.exists(CATALOGUE), "needs the real catalogue at " + CATALOGUE);
    built =
        new Rebuild(folder, Clock.systemUTC(), Progress.NONE)
            .run(List.of(CATALOGUE.toString()), ReadOptions.DEFAULT, 1);
    engine = Engine.open(folder);
    snapshot = engine.snapshot();
  }

  @AfterAll
  void close() {
    if (engine != null) {
      snapshot.close();
      engine.close();
    }
  }

  @Test
  void everyTrackIsIndexedOnce() {
    assertThat(built.report().tracks()).isEqualTo(TRACKS);
    assertThat(built.report().rejected()).isEqualTo(1);
    assertThat(snapshot.index().size()).isEqualTo(TRACKS);
    assertThat(snapshot.index().genres()).hasSize(114);
  }

  @Test
  void godsPlanIsFoundAndLeadsToThePublishedTracks() throws IOException {
    Resolution resolution = snapshot.search().resolve("gods plan drake");
    assertThat(resolution.track().track().name()).isEqualTo("God's Plan");
    assertThat(resolution.confidence()).isEqualTo(1);
    List<ScoredTrack> similar =
        snapshot
            .recommender()
            .similar(resolution.track(), SimilarRequest.unfiltered(FeatureSpace.PROFILE_16, K));
    assertThat(similar.stream().limit(3).map(ScoredTrack::track).map(Track::name))
        .containsExactly("Just Friends", "Gangsta's Paradise", "Closer To You");
    assertThat(similar.get(0).score()).isCloseTo(.9552, within(5e-5));
    assertThat(similar.get(1).score()).isCloseTo(.9477, within(5e-5));
    assertThat(similar.get(2).score()).isCloseTo(.9150, within(5e-5));
  }

  @Test
  void audio12RecallsThePublishedNeighbours() throws IOException {
    assertThat(recall(FeatureSpace.AUDIO_12, "euclidean12", "distance"))
        .isGreaterThanOrEqualTo(.99);
  }

  @Test
  void profile16RecallsThePublishedNeighbours() throws IOException {
    assertThat(recall(FeatureSpace.PROFILE_16, "cosine16", "similarity"))
        .isGreaterThanOrEqualTo(.99);
  }

  @Test
  void theExportHasTenRowsForEveryTrack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("similar.csv");
    SimilarExport.Summary summary =
        new SimilarExport(
                snapshot,
                SimilarRequest.unfiltered(FeatureSpace.AUDIO_12, K),
                Clock.systemUTC(),
                Progress.NONE)
            .write(file);
    assertThat(summary.rows()).isEqualTo(897_400);
    assertThat(summary.uniqueSources()).isEqualTo(TRACKS);
    assertThat(summary.withoutVector()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** The share of the published neighbours that are as near in our answers, over all cases. */
  private double recall(FeatureSpace space, String recipe, String measure) throws IOException {
    assumeTrue(Files.exists(GOLDEN), "needs the published answers at " + GOLDEN);
    JsonNode cases =
        JsonMapper.shared().readTree(Files.readString(GOLDEN)).get(recipe).get("cases");
    int found = 0;
    for (JsonNode expected : cases) {
      IndexedTrack seed = snapshot.track(expected.get("track_id").asString());
      double last = distance(expected.get("neighbours").get(K - 1), measure);
      found +=
          (int)
              snapshot.recommender().similar(seed, SimilarRequest.unfiltered(space, K)).stream()
                  .filter(hit -> hit.distance() <= last + SAME)
                  .count();
    }
    return found / (double) (cases.size() * K);
  }

  private static double distance(JsonNode neighbour, String measure) {
    double value = neighbour.get(measure).asDouble();
    return measure.equals("distance") ? value : 1 - value;
  }
}
