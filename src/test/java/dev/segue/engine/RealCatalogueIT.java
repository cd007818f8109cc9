package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import dev.segue.index.NearestQuery;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.SimilarRequest;
import dev.segue.search.Resolution;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  void audio12GivesThePublishedNeighbours() throws IOException {
    for (JsonNode expected : cases("euclidean12")) {
      List<Published> published = new ArrayList<>();
      for (JsonNode neighbour : expected.get("neighbours")) {
        published.add(
            new Published(
                neighbour.get("track_id").asString(), neighbour.get("distance").asDouble()));
      }
      assertPublished(FeatureSpace.AUDIO_12, expected.get("track_id").asString(), published);
    }
  }

  @Test
  void profile16GivesThePublishedNeighbours() throws IOException {
    for (JsonNode expected : cases("cosine16")) {
      List<Published> published = new ArrayList<>();
      for (JsonNode neighbour : expected.get("neighbours")) {
        published.add(
            new Published(
                neighbour.get("track_id").asString(), 1 - neighbour.get("similarity").asDouble()));
      }
      assertPublished(FeatureSpace.PROFILE_16, expected.get("track_id").asString(), published);
    }
  }

  @Test
  void audio12OfEveryRowGivesThePublishedDistances(@TempDir Path folder) throws IOException {
    JsonNode cases = cases("euclidean12_all_rows");
    new Rebuild(folder, Clock.systemUTC(), Progress.NONE)
        .run(List.of(CATALOGUE.toString()), new ReadOptions(true, false, 0.05), 1);
    try (Engine every = Engine.open(folder);
        Snapshot rows = every.snapshot()) {
      for (JsonNode expected : cases) {
        int row = expected.get("row").asInt();
        float[] vector = rows.index().vector(FeatureSpace.AUDIO_12, row).orElseThrow();
        JsonNode distances = expected.get("distances");
        List<Hit> nearest =
            rows.index()
                .nearest(
                    new NearestQuery(
                        FeatureSpace.AUDIO_12,
                        vector,
                        distances.size(),
                        TrackFilter.EVERYTHING,
                        Versions.ALL,
                        Set.of()));
        assertThat(nearest).hasSize(distances.size());
        for (int i = 0; i < distances.size(); i++) {
          assertThat(nearest.get(i).distance())
              .isCloseTo(distances.get(i).asDouble(), within(SAME));
        }
      }
    }
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
            .write(new WholeFile(file));
    assertThat(summary.rows()).isEqualTo(897_400);
    assertThat(summary.uniqueSources()).isEqualTo(TRACKS);
    assertThat(summary.withoutVector()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** A neighbour as it was published. */
  private record Published(String id, double distance) {}

  private static JsonNode cases(String recipe) throws IOException {
    assumeTrue(Files.exists(GOLDEN), "needs the published answers at " + GOLDEN);
    return JsonMapper.shared().readTree(Files.readString(GOLDEN)).get(recipe).get("cases");
  }

  /** Every distance, and every id that stands alone at its distance. */
  private void assertPublished(FeatureSpace space, String id, List<Published> published)
      throws IOException {
    List<ScoredTrack> similar =
        snapshot
            .recommender()
            .similar(snapshot.track(id), SimilarRequest.unfiltered(space, published.size()));
    assertThat(similar).hasSameSizeAs(published);
    for (int i = 0; i < published.size(); i++) {
      double distance = published.get(i).distance();
      assertThat(similar.get(i).distance()).isCloseTo(distance, within(SAME));
      boolean last = i == published.size() - 1; // the one after it may be as near
      long equal =
          published.stream().filter(p -> Math.abs(p.distance() - distance) <= 2 * SAME).count();
      if (equal == 1 && !last) {
        assertThat(similar.get(i).track().id()).isEqualTo(published.get(i).id());
      }
    }
  }
}
