package dev.segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.index.Indexes;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.query.Entity;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Against the definition, in plain Java over all tracks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelatedArtistsTest {
  private static final int SIZE = 2_000;

  private final List<Track> tracks = new ArrayList<>();
  private final List<float[]> places = new ArrayList<>();
  private final Map<String, List<Integer>> byArtist = new TreeMap<>();
  private FeatureSpace space;
  private TrackIndex index;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    new SyntheticCatalog(SIZE, 11).forEach(tracks::add);
    List<FittedSpace> spaces = Indexes.fit(tracks);
    space = spaces.getFirst().space();
    for (int ordinal = 0; ordinal < SIZE; ordinal++) {
      places.add(spaces.getFirst().vector(tracks.get(ordinal)).orElse(null));
      for (String id : Entity.ARTIST.ids(tracks.get(ordinal))) {
        byArtist.computeIfAbsent(id, unused -> new ArrayList<>()).add(ordinal);
      }
    }
    byArtist.values().forEach(mine -> mine.sort(Comparator.comparingInt(this::unpopularity)));
    index = Indexes.build(new LuceneBackend(), tracks, spaces, folder);
  }

  @AfterAll
  void close() throws Exception {
    index.close();
  }

  private int unpopularity(int ordinal) {
    return -Objects.requireNonNullElse(tracks.get(ordinal).popularity(), 0);
  }

  @Test
  void areTheNearestInTheMean() throws Exception {
    RelatedArtists related = new RelatedArtists(index, space);
    List<String> artists = byArtist.keySet().stream().limit(50).toList();
    for (String id : artists) {
      assertThat(related.of(id, 20)).as(id).isEqualTo(expected(id)).hasSize(20);
    }
  }

  @Test
  void nobodyHasNone() throws Exception {
    assertThat(new RelatedArtists(index, space).of("nobody", 20)).isEmpty();
  }

  private List<String> expected(String id) {
    Map<String, Double> sums = new HashMap<>();
    for (int own : byArtist.get(id).stream().limit(20).toList()) {
      Map<String, Double> best = new HashMap<>();
      IntStream.range(0, SIZE)
          .boxed()
          .filter(other -> !byArtist.get(id).contains(other))
          .sorted(
              Comparator.comparingDouble((Integer other) -> distance(own, other))
                  .thenComparing(other -> other))
          .limit(100)
          .forEach(
              other -> {
                double score = space.metric().matchScore(distance(own, other));
                for (String artist : Entity.ARTIST.ids(tracks.get(other))) {
                  best.merge(artist, score, Math::max);
                }
              });
      best.forEach((artist, score) -> sums.merge(artist, score, Double::sum));
    }
    float[] mean = mean(id);
    Set<List<Integer>> others = new HashSet<>();
    return sums.keySet().stream()
        .sorted(
            Comparator.comparingDouble((String artist) -> -sums.get(artist))
                .thenComparing(artist -> artist))
        .limit(100)
        .sorted(
            Comparator.comparingDouble(
                    (String artist) -> space.metric().distance(mean, mean(artist)))
                .thenComparing(artist -> artist))
        .filter(artist -> others.add(byArtist.get(artist)))
        .limit(20)
        .toList();
  }

  private double distance(int one, int other) {
    return space.metric().distance(places.get(one), places.get(other));
  }

  private float[] mean(String artist) {
    List<Integer> mine = byArtist.get(artist).stream().limit(100).toList();
    double[] sum = new double[space.dimension()];
    for (int ordinal : mine) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += places.get(ordinal)[i];
      }
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / mine.size());
    }
    return mean;
  }
}
