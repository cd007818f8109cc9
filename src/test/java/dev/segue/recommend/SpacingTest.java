package dev.segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Recommendation.Recommended;
import dev.segue.vector.FeatureSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few artists, of whom some have much more than others: these must be kept to stand between. */
class SpacingTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void asManyComeBackAsCanBeSpaced(@TempDir Path folder) throws Exception {
    for (int catalogue = 0; catalogue < 12; catalogue++) {
      int most = 1 + random.nextInt(25);
      int second = 1 + random.nextInt(most);
      int third = 1 + random.nextInt(second);
      int spacing = 1 + random.nextInt(2);
      TestIndex index = new TestIndex(folder.resolve("index" + catalogue));
      index.build(tracks(most, second, third));
      try (Engine engine = index.open();
          Snapshot snapshot = engine.snapshot()) {
        List<Recommended> answer =
            snapshot
                .mixedRecommender()
                .first(wishes(new Variety(.2, 100, 100, spacing)), 100)
                .tracks();
        int spaced = spacing == 1 ? 2 * (second + third) + 1 : rounds(second, third);
        int possible = Math.min(most + second + third, spaced);
        assertThat(answer)
            .as("%d, %d, %d, spacing %d, seed %d", most, second, third, spacing, seed)
            .hasSizeGreaterThanOrEqualTo(possible);
        for (int i = 0; i < answer.size(); i++) {
          for (int j = Math.max(0, i - spacing); j < i; j++) {
            assertThat(artist(answer, i)).isNotEqualTo(artist(answer, j));
          }
        }
      }
    }
  }

  /**
   * Of three artists, two apart: the second and the third stand in every round, the last is open.
   */
  private static int rounds(int second, int third) {
    return 3 * third + (second > third ? 2 : 1);
  }

  private static String artist(List<Recommended> answer, int place) {
    return answer.get(place).hit().track().artists().getFirst();
  }

  private static Wishes wishes(Variety variety) {
    return new Wishes(
        List.of(new Seed.OfArtist("Artist 1", 1)),
        Wishes.Method.BEST_SCORE,
        Conditions.of(TrackFilter.EVERYTHING, FeatureSpace.SOUND, Versions.ALL, variety));
  }

  private List<Track> tracks(int... counts) {
    Iterator<Track> some = new SyntheticCatalog(100, random.nextInt(1_000)).iterator();
    List<Track> tracks = new ArrayList<>();
    for (int artist = 0; artist < counts.length; artist++) {
      for (int i = 0; i < counts[artist]; i++) {
        Track track = some.next();
        tracks.add(
            new Track(
                track.id(),
                "Song %d of %d".formatted(i, artist),
                List.of("Artist " + artist),
                track.album(),
                track.genres(),
                track.popularity(),
                track.durationMillis(),
                track.explicit(),
                track.year(),
                track.imageUrl(),
                track.audio()));
      }
    }
    return tracks;
  }
}
