package dev.segue.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.catalog.CatalogReader;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published recipes, to the digit: scaling and distances as scikit-learn has them. */
class GoldenNeighboursTest {
  private static final Path CATALOGUE = Path.of("../shared/data/spotify-tracks-114k/dataset.csv");
  private static final Path GOLDEN = Path.of("../shared/golden/neighbours.json");
  private static final double SAME = 1e-6;
  private static final int K = 10;

  @Test
  void audio12KeepingDuplicates() throws Exception {
    JsonNode golden = golden("euclidean12_all_rows");
    List<Track> tracks = read(true);
    FittedSpace space = fit(FeatureSpace.AUDIO_12, tracks);
    assertThat(tracks).hasSize(golden.get("rows").asInt());
    assertScaler(space, golden);
    float[][] vectors = vectors(space, tracks);
    for (JsonNode expected : golden.get("cases")) {
      int row = expected.get("row").asInt();
      assertThat(tracks.get(row).id()).isEqualTo(expected.get("track_id").asString());
      double[] distances = distances(space, vectors, vectors[row]);
      Arrays.sort(distances);
      for (int i = 0; i <= K; i++) {
        assertThat(distances[i])
            .isCloseTo(expected.get("distances").get(i).asDouble(), within(SAME));
      }
    }
  }

  @Test
  void audio12() throws Exception {
    assertNeighbours(FeatureSpace.AUDIO_12, golden("euclidean12"), "distance");
  }

  @Test
  void profile16() throws Exception {
    assertNeighbours(FeatureSpace.PROFILE_16, golden("cosine16"), "similarity");
  }

  private static void assertNeighbours(FeatureSpace declared, JsonNode golden, String measure)
      throws Exception {
    List<Track> tracks = read(false);
    assertThat(tracks).hasSize(golden.get("rows").asInt());
    FittedSpace space = fit(declared, tracks);
    if (golden.has("mean")) {
      assertScaler(space, golden);
    }
    float[][] vectors = vectors(space, tracks);
    Map<String, Integer> positions = new HashMap<>();
    tracks.forEach(track -> positions.put(track.id(), positions.size()));
    for (JsonNode expected : golden.get("cases")) {
      int seed = positions.get(expected.get("track_id").asString());
      double[] distances = distances(space, vectors, vectors[seed]);
      double[] others = distances.clone();
      others[seed] = Double.POSITIVE_INFINITY;
      Arrays.sort(others);
      for (int i = 0; i < K; i++) {
        JsonNode neighbour = expected.get("neighbours").get(i);
        double published =
            measure.equals("distance")
                ? neighbour.get(measure).asDouble()
                : 1 - neighbour.get(measure).asDouble();
        int position = positions.get(neighbour.get("track_id").asString());
        assertThat(distances[position]).isCloseTo(published, within(SAME));
        assertThat(others[i]).isCloseTo(published, within(SAME));
      }
    }
  }

  private static void assertScaler(FittedSpace space, JsonNode golden) {
    for (int i = 0; i < space.space().dimension(); i++) {
      assertThat(space.space().columnNames().get(i))
          .isEqualTo(golden.get("features").get(i).asString());
      double mean = golden.get("mean").get(i).asDouble();
      double deviation = golden.get("std").get(i).asDouble();
      Scaler.Standard learned = (Scaler.Standard) space.scalers().get(i);
      assertThat(learned.mean()).isCloseTo(mean, within(Math.abs(mean) * 1e-11));
      assertThat(learned.deviation()).isCloseTo(deviation, within(deviation * 1e-11));
    }
  }

  private static double[] distances(FittedSpace space, float[][] vectors, float[] from) {
    double[] distances = new double[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      distances[i] = space.space().metric().distance(from, vectors[i]);
    }
    return distances;
  }

  private static float[][] vectors(FittedSpace space, List<Track> tracks) {
    return tracks.stream().map(track -> space.vector(track).orElseThrow()).toArray(float[][]::new);
  }

  private static FittedSpace fit(FeatureSpace space, List<Track> tracks) {
    Fitting fitting = new Fitting(space);
    tracks.forEach(fitting::add);
    return fitting.fit().orElseThrow();
  }

  private static List<Track> read(boolean keepDuplicates) throws Exception {
    assumeTrue(Files.exists(CATALOGUE), "needs the real catalogue at " + CATALOGUE);
    List<Track> tracks = new ArrayList<>();
    try (CatalogReader reader =
        new CatalogReader(
            List.of(CATALOGUE.toString()),
            new ReadOptions(keepDuplicates, false, 0.05),
            Progress.NONE)) {
      reader.survey(tracks::add, rejected -> {});
    }
    return tracks;
  }

  private static JsonNode golden(String recipe) throws Exception {
    assumeTrue(Files.exists(GOLDEN), "needs the published answers at " + GOLDEN);
    return JsonMapper.shared().readTree(Files.readString(GOLDEN)).get(recipe);
  }
}
