package dev.segue.catalog.synthetic;

import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that an artist ever released: albums, singles, and then the same songs again. */
final class Discography {
  private static final double SINGLE_SHARE = 0.5;
  private static final double EP_SHARE = 0.2;

  /** Of artists with two genres. */
  private static final double ALBUM_OF_ONE_GENRE_SHARE = 0.45;

  private static final double HOME_FIRST_SHARE = 0.85;
  private static final int APPEAL_SPREAD_POINTS = 4;

  /** Of the variance of an album's mood, so much is the artist's own manner. */
  private static final double ARTIST_SHARE_OF_MOOD = 0.72;

  private final Roster roster;
  private final Studio studio;

  Discography(Roster roster) {
    this.roster = roster;
    this.studio = new Studio(roster);
  }

  /** The tracks of one artist, oldest first, reissues last. */
  List<Track> of(Artist artist) {
    Dice dice = roster.dice(Roster.Purpose.DISCOGRAPHY, artist.number());
    Songbook songbook = new Songbook(artist, dice);
    List<Track> songs = new ArrayList<>();
    int year = artist.debut();
    for (int i = 0; i < artist.albums(); i++) {
      Album album = album(artist, songbook, year, dice);
      for (int song = 0; song < album.songs().size(); song++) {
        songs.add(studio.record(artist, album, song, songs.size(), dice));
      }
      year = Math.min(Roster.THIS_YEAR, year + dice.between(i == 0 ? 1 : 0, 3));
    }
    return Reissues.after(songs, roster, artist, dice);
  }

  private static Album album(Artist artist, Songbook songbook, int year, Dice dice) {
    List<String> songs = Stream.generate(songbook::songTitle).limit(songs(dice)).toList();
    double titleSongShare = songs.size() == 1 ? 0.8 : 0.25;
    boolean titleSong = dice.chance(titleSongShare);
    return new Album(
        titleSong ? songs.getFirst() : songbook.albumTitle(),
        year,
        songs,
        genres(artist, dice),
        Sound.draw(dice).leaningOn(artist.sound(), ARTIST_SHARE_OF_MOOD),
        APPEAL_SPREAD_POINTS * dice.gaussian());
  }

  private static int songs(Dice dice) {
    double kind = dice.unit();
    if (kind < SINGLE_SHARE) {
      return 1;
    }
    return kind < SINGLE_SHARE + EP_SHARE ? dice.between(2, 4) : dice.between(3, 9);
  }

  private static List<String> genres(Artist artist, Dice dice) {
    String home = artist.home().name();
    String second = artist.second().name();
    if (home.equals(second) || dice.chance(ALBUM_OF_ONE_GENRE_SHARE)) {
      return List.of(home);
    }
    return dice.chance(HOME_FIRST_SHARE) ? List.of(home, second) : List.of(second, home);
  }
}
