package dev.segue.catalog.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Track;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words: names, titles, genres, and versions of one song. */
class ReadsLikeMusicTest {
  private static final List<Track> TRACKS = new SyntheticCatalog(30_000, 11).tracks().toList();

  @Test
  void titlesStandInManyScripts() {
    Set<UnicodeScript> seen = EnumSet.noneOf(UnicodeScript.class);
    for (Track track : TRACKS.subList(0, 5_000)) {
      track.name().codePoints().mapToObj(UnicodeScript::of).forEach(seen::add);
    }
    assertThat(seen)
        .contains(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HAN,
            UnicodeScript.HANGUL,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW,
            UnicodeScript.DEVANAGARI);
    assertThat(share(t -> t.name().codePoints().anyMatch(Character::isEmoji) && !ascii(t)))
        .isBetween(0.001, 0.02);
  }

  @Test
  void everyGenreOccurs() {
    Set<String> seen =
        TRACKS.stream().flatMap(t -> t.genres().stream()).collect(Collectors.toSet());
    assertThat(seen).hasSizeBetween(40, 60);
    assertThat(Genres.load().all())
        .extracting(Genre::name)
        .containsExactlyInAnyOrderElementsOf(seen);
    assertThat(share(t -> t.genres().size() > 1)).isBetween(0.12, 0.3);
  }

  @Test
  void artistsWorkTogether() {
    assertThat(share(t -> t.artists().size() > 1)).isBetween(0.05, 0.15);
    assertThat(TRACKS).anyMatch(t -> t.name().contains("(feat. " + t.artists().getLast() + ")"));
    assertThat(TRACKS).allMatch(t -> Set.copyOf(t.artists()).size() == t.artists().size());
  }

  @Test
  void titlesAreVaried() {
    long distinct = TRACKS.subList(0, 5_000).stream().map(Track::name).distinct().count();
    assertThat(distinct).isGreaterThan(4_000);
  }

  @Test
  void songsComeOutAgain() {
    assertThat(share(t -> t.name().contains("Remaster"))).isBetween(0.01, 0.1);
    assertThat(share(t -> t.name().endsWith("Live") || t.name().contains("(Live")))
        .isBetween(0.005, 0.08);
    assertThat(share(t -> t.name().contains("Acoustic"))).isBetween(0.001, 0.05);
    assertThat(share(t -> t.name().contains("Remix"))).isBetween(0.001, 0.05);
  }

  @Test
  void aRemasterSoundsLikeTheOriginalAndAConcertDoesNot() {
    Map<String, Track> originals = new HashMap<>();
    TRACKS.forEach(t -> originals.putIfAbsent(song(t), t));
    int remasters = 0;
    int concerts = 0;
    for (Track track : TRACKS) {
      Track original = originals.get(song(track));
      if (track.name().contains("- Remastered ") && !original.id().equals(track.id())) {
        assertThat(track.audio().valence()).isCloseTo(original.audio().valence(), within(0.06));
        assertThat(track.audio().loudness()).isGreaterThanOrEqualTo(original.audio().loudness());
        assertThat(track.audio().key()).isEqualTo(original.audio().key());
        assertThat(track.year()).isGreaterThan(original.year());
        remasters++;
      } else if (track.name().endsWith("- Live")) {
        assertThat(track.audio().liveness()).isGreaterThan(0.5);
        concerts++;
      }
    }
    assertThat(remasters).isGreaterThan(50);
    assertThat(concerts).isGreaterThan(50);
  }

  private static String song(Track track) {
    return track.artists() + track.name().replaceFirst(" - Remastered \\d+$", "");
  }

  private static double share(Predicate<Track> condition) {
    return (double) TRACKS.stream().filter(condition).count() / TRACKS.size();
  }

  /** Digits and a few signs are emoji to Unicode. */
  private static boolean ascii(Track track) {
    return track.name().codePoints().filter(Character::isEmoji).allMatch(c -> c < 128);
  }
}
