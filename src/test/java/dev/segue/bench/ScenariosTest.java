package dev.segue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a catalogue. */
class ScenariosTest {
  private static final int TRACKS = 1_000;

  @TempDir private Path folder;

  @Test
  void everyKindInEverySpace() throws Exception {
    Scenarios drawn = draw(tracks(), 1);
    assertThat(names(drawn))
        .containsExactly(
            "similar sound null",
            "similar sound 1",
            "similar sound 10",
            "similar sound 50",
            "similar audio-12 null",
            "similar audio-12 1",
            "similar audio-12 10",
            "similar audio-12 50",
            "similar profile-16 null",
            "similar profile-16 1",
            "similar profile-16 10",
            "similar profile-16 50",
            "recommend sound null",
            "playlist sound null",
            "listened sound null",
            "path sound null",
            "search null null",
            "mixed sound null",
            "mixed audio-12 null",
            "mixed profile-16 null");
    assertThat(drawn.leftOut()).isEmpty();
    for (Scenario scenario : drawn.scenarios()) {
      // A few neighbours are versions of one recording, and no path leads there.
      int without = scenario.name().equals("path") ? 100 : 0;
      assertThat(scenario.questions())
          .as(scenario.name())
          .hasSizeGreaterThanOrEqualTo(Seeds.COUNT - without);
      if (scenario.filterPercent() != null) {
        assertThat(scenario.passingPercent()).isEqualTo(scenario.filterPercent(), within(0.5));
      }
    }
  }

  @Test
  void theSameForTheSameSeedOnly() throws Exception {
    List<Track> tracks = tracks();
    List<String> once = targets(draw(tracks, 5));
    assertThat(targets(draw(tracks, 5))).isEqualTo(once);
    assertThat(targets(draw(tracks, 6))).isNotEqualTo(once);
  }

  @Test
  void wordsAreOfATitleAndItsArtist() throws Exception {
    List<Track> tracks = tracks();
    Scenario search = draw(tracks, 1).scenarios().get(16);
    for (Question question : search.questions().subList(0, 200)) {
      String[] words = ((Question.Search) question).text().split(" ");
      assertThat(words).hasSize(2);
      assertThat(tracks)
          .anyMatch(
              track ->
                  track.name().contains(words[0])
                      && track.artists().stream().anyMatch(artist -> artist.contains(words[1])));
    }
  }

  @Test
  void tracksWithoutAPlaceAreNotAskedAbout() throws Exception {
    List<Track> tracks = new ArrayList<>();
    for (Track track : tracks()) {
      tracks.add(with(track, tracks.size() % 2 == 0 ? null : (Integer) 40, track.name()));
    }
    Set<String> placed =
        tracks.stream()
            .filter(track -> track.popularity() != null)
            .map(Track::id)
            .collect(Collectors.toSet());
    Scenarios drawn = draw(tracks, 1);
    Scenario similar = drawn.scenarios().get(names(drawn).indexOf("similar profile-16 null"));
    assertThat(similar.questions())
        .allMatch(question -> placed.contains(((Question.Similar) question).seed().track().id()));
  }

  @Test
  void whatCannotBeAskedIsLeftOutWithTheReason() throws Exception {
    List<Track> tracks = new ArrayList<>();
    for (Track track : tracks().subList(0, 20)) {
      tracks.add(with(track, 50, "???"));
    }
    assertThat(draw(tracks, 1).leftOut())
        .extracting(BenchReport.LeftOut::toString)
        .contains(
            left("similar", "audio-12", 1, "1 % of the tracks is less than one"),
            left(
                "similar",
                "audio-12",
                10,
                "too many durations are equal: not 10 % would pass, but 100.0 %"),
            left("search", null, null, "no track with words in title and artist was found"),
            left("mixed", "audio-12", null, "one of its halves is left out"));
  }

  private static String left(String scenario, String space, Integer percent, String reason) {
    return new BenchReport.LeftOut(scenario, space, percent, reason).toString();
  }

  private static List<String> names(Scenarios drawn) {
    return drawn.scenarios().stream()
        .map(s -> "%s %s %s".formatted(s.name(), s.space(), s.filterPercent()))
        .toList();
  }

  private static List<String> targets(Scenarios drawn) {
    return drawn.scenarios().stream()
        .flatMap(scenario -> scenario.questions().stream())
        .map(question -> question.target() + question.body().orElse(""))
        .toList();
  }

  private Scenarios draw(List<Track> tracks, long seed) throws IOException {
    TestIndex index = new TestIndex(folder);
    index.build(tracks);
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      return Scenarios.draw(
          snapshot, DurationFilters.of(snapshot.index(), Progress.NONE), new Random(seed));
    }
  }

  private static List<Track> tracks() {
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(TRACKS, 7).forEach(tracks::add);
    return tracks;
  }

  /** The track with other values, and as long as all others. */
  private static Track with(Track track, Integer popularity, String name) {
    return new Track(
        track.id(),
        name,
        track.artists(),
        track.album(),
        track.genres(),
        popularity,
        200_000,
        track.explicit(),
        track.year(),
        null,
        track.audio());
  }
}
