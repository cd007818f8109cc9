package dev.segue.catalog.synthetic;

import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings one artist's songs out again: remastered, unplugged, remixed, on stage, collected. */
final class Reissues {
  private static final int NEWEST_TO_REMASTER = 2003;
  private static final int FIRST_REMASTER = 1998;
  private static final double REMASTER_SHARE = 0.3;
  private static final double ACOUSTIC_SHARE = 0.018;
  private static final double REMIX_SHARE = 0.022;
  private static final double LIVE_SHARE = 0.26;
  private static final double BEST_OF_SHARE = 0.25;

  private static final int SONGS_OF_A_CONCERT = 6;
  private static final int SONGS_BEFORE_A_BEST_OF = 9;

  private final Roster roster;
  private final Artist artist;
  private final Dice dice;
  private final List<Track> songs;
  private final List<Track> tracks;

  private Reissues(Roster roster, Artist artist, List<Track> songs, Dice dice) {
    this.roster = roster;
    this.artist = artist;
    this.dice = dice;
    this.songs = List.copyOf(songs);
    this.tracks = new ArrayList<>(songs);
  }

  /** The songs, then what became of them. */
  static List<Track> after(List<Track> songs, Roster roster, Artist artist, Dice dice) {
    Reissues reissues = new Reissues(roster, artist, songs, dice);
    reissues.addRemasters();
    reissues.addSingles();
    reissues.addConcert();
    reissues.addBestOf();
    return reissues.tracks;
  }

  private void addRemasters() {
    Map<String, List<Track>> albums = new LinkedHashMap<>();
    for (Track song : songs) {
      if (song.year() <= NEWEST_TO_REMASTER) {
        albums.computeIfAbsent(song.album(), album -> new ArrayList<>()).add(song);
      }
    }
    albums.forEach(
        (album, itsSongs) -> {
          if (dice.chance(REMASTER_SHARE)) {
            addRemaster(album, itsSongs);
          }
        });
  }

  private void addRemaster(String original, List<Track> itsSongs) {
    int earliest = Math.max(FIRST_REMASTER, itsSongs.getFirst().year() + 10);
    int year = dice.between(earliest, Roster.THIS_YEAR);
    String album = original + " " + say("remaster album").formatted(year);
    String mark = say("remaster").formatted(year);
    for (Track song : itsSongs) {
      add(song, Version.REMASTERED, song.name() + " " + mark, album, year);
    }
  }

  private void addSingles() {
    for (Track song : songs) {
      if (dice.chance(ACOUSTIC_SHARE)) {
        String title = song.name() + " " + say("acoustic");
        add(song, Version.ACOUSTIC, title, title, yearAfter(song, 2));
      }
      if (dice.chance(REMIX_SHARE)) {
        roster
            .colleague(artist, dice)
            .map(Artist::name)
            .filter(remixer -> !song.artists().contains(remixer))
            .ifPresent(remixer -> addRemix(song, remixer));
      }
    }
  }

  private void addRemix(Track song, String remixer) {
    String title = song.name() + " " + say("remix").formatted(remixer);
    List<String> artists = new ArrayList<>(song.artists());
    artists.add(remixer);
    add(song, Version.REMIXED, artists, title, title, yearAfter(song, 2));
  }

  private void addConcert() {
    if (songs.size() < SONGS_OF_A_CONCERT || !dice.chance(LIVE_SHARE)) {
      return;
    }
    String album = artist.say("live album", dice);
    String mark = say("live");
    int year = yearAfter(songs.getLast(), 4);
    for (Track song : some()) {
      add(song, Version.LIVE, song.name() + " " + mark, album, year);
    }
  }

  private void addBestOf() {
    if (songs.size() < SONGS_BEFORE_A_BEST_OF || !dice.chance(BEST_OF_SHARE)) {
      return;
    }
    String album = artist.say("best", dice);
    int year = yearAfter(songs.getLast(), 12);
    for (Track song : some()) {
      add(song, Version.COMPILED, song.name(), album, year);
    }
  }

  private void add(Track song, Version version, String name, String album, int year) {
    add(song, version, song.artists(), name, album, year);
  }

  private void add(
      Track song, Version version, List<String> artists, String name, String album, int year) {
    tracks.add(
        new Track(
            roster.trackId(artist, tracks.size()),
            name,
            artists,
            album,
            song.genres(),
            version.popularity(song.popularity(), dice),
            version.durationMillis(song.durationMillis(), dice),
            song.explicit(),
            year,
            null,
            version.audio(song.audio(), dice)));
  }

  /** Two to six songs in a row, in the order of their release. */
  private List<Track> some() {
    int count = dice.between(2, SONGS_OF_A_CONCERT);
    int from = dice.below(songs.size() - count + 1);
    return songs.subList(from, from + count);
  }

  private int yearAfter(Track song, int years) {
    return Math.min(Roster.THIS_YEAR, song.year() + dice.between(0, years));
  }

  private String say(String topic) {
    return artist.voice().say(topic, dice);
  }
}
