package dev.segue.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import dev.segue.query.RecordingTitle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordingLinkageTest {
  private static final AudioFeatures SOUND =
      new AudioFeatures(.5, .5, 1, -8, 1, .1, .1, 0, .1, .5, 120, 4);

  @Test
  void releasesAreLinkedToTheMostPopular() {
    assertThat(
            foremost(
                track("Hurt", "Cash", 50, 216_000, SOUND),
                track("Hurt - Remastered 2010", "Cash", 80, 217_500, energy(.55)),
                track("HURT", "cash", 80, 216_000, SOUND),
                track("Hurt", "Nine Inch Nails", 70, 216_000, SOUND),
                track("Hurt - Live", "Cash", 90, 216_000, SOUND)))
        .containsExactly(1, 1, 1, 3, 4);
  }

  @Test
  void anotherVersionMayStandForARecording() {
    Track[] releases = {
      released(1984, 10),
      released(null, 90),
      released(1973, 20),
      released(2011, 50),
      released(1973, 30),
      released(2011, 40),
      track("Hurt", "Cash", 30, 216_000, SOUND)
    };
    assertThat(foremost(Foremost.MOST_POPULAR, releases)).containsExactly(1, 1, 1, 1, 1, 1, 6);
    assertThat(foremost(Foremost.EARLIEST, releases)).containsExactly(4, 4, 4, 4, 4, 4, 6);
    assertThat(foremost(Foremost.LATEST, releases)).containsExactly(3, 3, 3, 3, 3, 3, 6);
    assertThat(foremost(Foremost.EARLIEST, released(null, 20), released(null, 30)))
        .containsExactly(1, 1);
  }

  private static Track released(Integer year, int popularity) {
    return new Track(
        year + "-" + popularity,
        "Money",
        List.of("Pink Floyd"),
        null,
        List.of(),
        popularity,
        382_000,
        null,
        year,
        null,
        SOUND);
  }

  @Test
  void whatSoundsOtherwiseStaysApart() {
    Track one = track("Hurt", "Cash", 50, 216_000, SOUND);
    for (Track other :
        List.of(
            track("Hurt", "Cash", 40, 221_000, SOUND),
            track("Hurt", "Cash", 40, 211_000, SOUND),
            track("Hurt", "Cash", 40, 216_000, energy(.9)),
            track("Hurt", "Cash", 40, 216_000, danceability(.8, 120)),
            track("Hurt", "Cash", 40, 216_000, energyAndTempo(.6, 127)),
            track("Hurt", "Cash", 40, 216_000, energyAndTempo(.6, 0)),
            track("Hurt", "Cash", 40, 216_000, acousticness(.6)))) {
      assertThat(foremost(one, other)).as("%s", other).containsExactly(0, 1);
    }
    for (Track same :
        List.of(
            track("Hurt", "Cash", 40, 219_000, SOUND),
            track("Hurt", "Cash", 40, 213_000, SOUND),
            track("Hurt", "Cash", 40, 216_000, energy(.6)),
            track("Hurt", "Cash", 40, 216_000, energyAndTempo(.6, 122)),
            track("Hurt", "Cash", 40, 216_000, energyAndTempo(.6, 60)),
            track("Hurt", "Cash", 40, 216_000, danceability(.8, 180)),
            track("Hurt", "Cash", 40, 216_000, energyAndTempo(.52, 127)),
            track("Hurt", "Cash", 40, 216_000, acousticness(.2)))) {
      assertThat(foremost(one, same)).as("%s", same).containsExactly(0, 0);
    }
  }

  @Test
  void aDuetMadeOfASoloStaysApart() {
    Track solo = track("I Hope", "Gabby", 74, 210_800, SOUND);
    assertThat(foremost(solo, withGuest(energy(.6)))).containsExactly(0, 1);
    assertThat(foremost(solo, withGuest(energy(.51)))).containsExactly(0, 0);
  }

  private static Track withGuest(AudioFeatures audio) {
    return new Track(
        "duet",
        "I Hope (feat. Charlie)",
        List.of("Gabby", "Charlie"),
        null,
        List.of(),
        64,
        211_600,
        null,
        null,
        null,
        audio);
  }

  @Test
  void longTracksMayDifferByMore() {
    assertThat(
            foremost(
                track("Echoes", "Pink Floyd", 50, 1_400_000, SOUND),
                track("Echoes", "Pink Floyd", 40, 1_420_000, SOUND),
                track("Echoes", "Pink Floyd", 30, 1_440_000, SOUND)))
        .containsExactly(0, 0, 2);
  }

  @Test
  void everyVersionSoundsLikeTheOneThatStandsForIt() {
    assertThat(
            foremost(
                track("Hurt", "Cash", 30, 216_000, energy(.4)),
                track("Hurt", "Cash", 20, 216_000, energy(.6)),
                track("Hurt", "Cash", 10, 216_000, energy(.8))))
        .as("the second is between both")
        .containsExactly(0, 0, 2);
  }

  @Test
  void anUnknownPopularityIsTheLeast() {
    assertThat(
            foremost(
                track("Hurt", "Cash", null, 216_000, SOUND),
                track("Hurt", "Cash", 1, 216_000, SOUND)))
        .containsExactly(1, 1);
  }

  @Test
  void placeholdersStayApart() {
    RecordingLinkage linkage = new RecordingLinkage();
    for (int i = 0; i < 1_001; i++) {
      linkage.add(track("Track 1", "Unknown", 0, 216_000, SOUND));
    }
    assertThat(linkage.link(Foremost.MOST_POPULAR).count()).isEqualTo(1_001);
  }

  @Test
  void theOrderOfTheCatalogueDoesNotMatter() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      tracks.add(
          track(
              "Song " + random.nextInt(50) + (random.nextBoolean() ? " - 2009 Remaster" : ""),
              "Artist " + random.nextInt(3),
              null,
              216_000 + random.nextInt(6_000),
              energy(random.nextDouble())));
    }
    // Popularities have too few values to decide between all: one of a kind for each block.
    Map<String, Integer> popularities = new HashMap<>();
    List<Track> told = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      String block = RecordingTitle.of(track.name(), track.artists()) + track.artists();
      int popularity = popularities.merge(block, 1, Integer::sum);
      if (popularity <= 100) {
        told.add(track("id" + i, track.name(), track.artists().getFirst(), popularity, track));
      }
    }
    Map<String, String> expected = foremostIds(told);
    assertThat(expected.values().stream().distinct().count())
        .as("seed %d", seed)
        .isBetween(200L, told.size() - 200L);
    Collections.shuffle(told, random);
    assertThat(foremostIds(told)).as("seed %d", seed).isEqualTo(expected);
  }

  private static Map<String, String> foremostIds(List<Track> tracks) {
    int[] foremost = foremost(tracks.toArray(Track[]::new));
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < foremost.length; i++) {
      ids.put(tracks.get(i).id(), tracks.get(foremost[i]).id());
    }
    return ids;
  }

  private static int[] foremost(Track... tracks) {
    return foremost(Foremost.MOST_POPULAR, tracks);
  }

  private static int[] foremost(Foremost rule, Track... tracks) {
    RecordingLinkage linkage = new RecordingLinkage();
    List.of(tracks).forEach(linkage::add);
    Recordings recordings = linkage.link(rule);
    int[] foremost = new int[tracks.length];
    for (int i = 0; i < foremost.length; i++) {
      foremost[i] = recordings.foremost(i);
    }
    return foremost;
  }

  private static AudioFeatures energy(double energy) {
    return new AudioFeatures(.5, energy, 1, -8, 1, .1, .1, 0, .1, .5, 120, 4);
  }

  private static AudioFeatures acousticness(double acousticness) {
    return new AudioFeatures(.5, .5, 1, -8, 1, .1, acousticness, 0, .1, .5, 120, 4);
  }

  private static AudioFeatures danceability(double danceability, double tempo) {
    return new AudioFeatures(danceability, .5, 1, -8, 1, .1, .1, 0, .1, .5, tempo, 4);
  }

  private static AudioFeatures energyAndTempo(double energy, double tempo) {
    return new AudioFeatures(.5, energy, 1, -8, 1, .1, .1, 0, .1, .5, tempo, 4);
  }

  private static Track track(
      String name, String artist, Integer popularity, int millis, AudioFeatures audio) {
    return new Track(
        name, name, List.of(artist), null, List.of(), popularity, millis, null, null, null, audio);
  }

  private static Track track(
      String id, String name, String artist, Integer popularity, Track like) {
    return new Track(
        id,
        name,
        List.of(artist),
        null,
        List.of(),
        popularity,
        like.durationMillis(),
        null,
        null,
        null,
        like.audio());
  }
}
