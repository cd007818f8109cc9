package dev.segue.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.query.Entity;
import dev.segue.query.TrackFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every index must know of artists and albums. Slow but plain Java says what is right. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EntityContract {
  private static final int SIZE = 2_000;

  private final long seed = new Random().nextLong();
  private final List<Track> tracks = new RandomTracks(seed).list(SIZE);
  private TrackIndex index;

  /** The kind of index that is held against the contract. */
  protected abstract IndexBackend backend();

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    index = Indexes.build(backend(), tracks, List.of(), folder);
  }

  @AfterAll
  void close() throws IOException {
    index.close();
  }

  @Test
  void ofAllTracks() throws IOException {
    assertFound(TrackFilter.EVERYTHING);
  }

  @Test
  void ofSomeTracks() throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      Track track = tracks.get(random.nextInt(SIZE));
      assertFound(new TrackFilter.EntityIs(Entity.ARTIST, Entity.ARTIST.ids(track).getLast()));
      assertFound(new TrackFilter.Range(NumericField.ENERGY, track.audio().energy(), 1));
    }
  }

  @Test
  void ofNoTracks() throws IOException {
    assertThat(index.entities(Entity.ARTIST, new TrackFilter.EntityIs(Entity.ALBUM, "x")))
        .isEmpty();
  }

  private void assertFound(TrackFilter filter) throws IOException {
    for (Entity entity : Entity.values()) {
      Map<String, List<Integer>> members = new LinkedHashMap<>();
      for (int ordinal = 0; ordinal < SIZE; ordinal++) {
        if (filter.accepts(tracks.get(ordinal))) {
          for (String id : entity.ids(tracks.get(ordinal)).stream().distinct().toList()) {
            members.computeIfAbsent(id, unused -> new ArrayList<>()).add(ordinal);
          }
        }
      }
      List<EntityHit> expected = new ArrayList<>();
      members.forEach(
          (id, ordinals) -> {
            int best =
                ordinals.stream()
                    .min(
                        Comparator.comparingInt((Integer each) -> -popularity(each))
                            .thenComparing(each -> each))
                    .orElseThrow();
            expected.add(new EntityHit(id, ordinals.size(), best));
          });
      expected.sort(
          Comparator.comparingInt((EntityHit hit) -> -popularity(hit.ordinal()))
              .thenComparingInt(hit -> -hit.tracks())
              .thenComparingInt(EntityHit::ordinal)
              .thenComparing(EntityHit::id));
      assertThat(index.entities(entity, filter)).isEqualTo(expected);
    }
  }

  private int popularity(int ordinal) {
    Integer popularity = tracks.get(ordinal).popularity();
    return popularity == null ? 0 : popularity;
  }
}
