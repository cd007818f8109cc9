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
import dev.segue.query.RequestException;
import dev.segue.vector.FeatureSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What playlists and paths are measured by, where it is known what must come out. */
class PlaylistEvaluationTest {
  private static final int QUERIES = 12;

  @Test
  void everyKindIsMeasuredAndAgainTheSame(@TempDir Path folder) throws Exception {
    try (Engine engine = engine(folder, synthetic(2_000));
        Snapshot snapshot = engine.snapshot()) {
      PlaylistReport report = run(snapshot, 3);
      assertThat(report.playlists())
          .extracting(PlaylistReport.Row::playlist)
          .containsExactly(
              "30 tracks, steady",
              "30 tracks, rising",
              "30 tracks, falling",
              "30 tracks, wave",
              "90 minutes, rising");
      for (PlaylistReport.Row row : report.playlists()) {
        assertThat(row.queries()).isEqualTo(QUERIES);
        assertThat(row.shorter().value()).isZero();
        assertThat(row.offCurve().value()).isBetween(0.001, 0.15);
        // Four of the 24 keys go together with any.
        assertThat(row.compatibleKeys().value()).isBetween(0.3, 1.0);
        // Half an octave is as far as two tempos can be.
        assertThat(row.tempoStepPercent().value()).isBetween(0.01, 41.5);
        assertThat(row.p99Micros()).isGreaterThanOrEqualTo(row.p50Micros());
        assertThat(row.offSeconds() != null).isEqualTo(row.playlist().startsWith("90 minutes"));
      }
      PlaylistReport.PathRow paths = report.paths().getFirst();
      assertThat(paths.steps()).isEqualTo(10);
      assertThat(paths.unevenness().value()).isBetween(0.01, 0.6);
      assertThat(paths.longest().value()).isBetween(1.0, 3.0);
      assertThat(paths.detour().value()).isBetween(1.0, 6.0);
      assertThat(run(snapshot, 3).paths().getFirst().detour()).isEqualTo(paths.detour());
      assertThat(run(snapshot, 4).paths().getFirst().detour()).isNotEqualTo(paths.detour());
    }
  }

  /** Of four recordings, three are seeds and one is left: every number can be worked by hand. */
  @Test
  void whatIsLeftOfFourRecordingsIsMeasuredByHand(@TempDir Path folder) throws Exception {
    Set<String> artists = new HashSet<>(); // each another: no two are one recording
    List<Track> tracks =
        synthetic(100).stream()
            .filter(track -> artists.add(track.artists().getFirst()))
            .limit(4)
            .toList();
    try (Engine engine = engine(folder, tracks);
        Snapshot snapshot = engine.snapshot()) {
      PlaylistReport report = run(snapshot, 3);
      PlaylistReport.Row steady = report.playlists().getFirst();
      assertThat(steady.shorter().value()).isEqualTo(1);
      assertThat(steady.offCurve().value())
          .as("the middle of one track")
          .isCloseTo(0, within(1e-9));
      assertThat(steady.compatibleKeys()).as("no transition").isNull();
      assertThat(steady.tempoStepPercent()).isNull();
      PlaylistReport.Row minutes = report.playlists().getLast();
      double least =
          90 * 60 - tracks.stream().mapToInt(Track::durationMillis).max().orElseThrow() / 1e3;
      double most =
          90 * 60 - tracks.stream().mapToInt(Track::durationMillis).min().orElseThrow() / 1e3;
      assertThat(minutes.offSeconds().value()).isBetween(least, most);
      assertThat(report.paths().getFirst().shorter().value()).isEqualTo(1);
    }
  }

  @Test
  void tooLittleIsNamed(@TempDir Path folder) throws Exception {
    try (Engine engine = engine(folder, synthetic(2));
        Snapshot snapshot = engine.snapshot()) {
      assertThatThrownBy(() -> run(snapshot, 1))
          .isInstanceOf(RequestException.class)
          .hasMessage("This index has 2 recordings with a place in sound, at least 3 are needed.");
    }
  }

  private static List<Track> synthetic(int count) {
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(count, 5).forEach(tracks::add);
    return tracks;
  }

  private static Engine engine(Path folder, List<Track> tracks) throws Exception {
    TestIndex index = new TestIndex(folder);
    index.build(tracks);
    return index.open();
  }

  private static PlaylistReport run(Snapshot snapshot, long seed) throws Exception {
    return new PlaylistEvaluation(
            snapshot.index(),
            snapshot.playlistMaker(),
            snapshot.pathFinder(),
            new Sample(QUERIES, seed),
            FeatureSpace.SOUND,
            Progress.NONE)
        .run();
  }
}
