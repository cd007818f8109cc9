package dev.segue.catalog.synthetic;

import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records new songs. */
final class Studio {
  /** Of the variance of a song, so much is its album's mood. */
  private static final double MOOD_SHARE_OF_SONG = 0.48;

  private static final double COLLABORATION_SHARE = 0.13;
  private static final double CREDITED_IN_TITLE_SHARE = 0.45;

  /** Before, nobody put a sticker on it. */
  private static final int FIRST_EXPLICIT_YEAR = 1985;

  private final Roster roster;

  Studio(Roster roster) {
    this.roster = roster;
  }

  /**
   * Records one song of an album.
   *
   * @param song its number on the album, from 0
   * @param number its number in the artist's discography, from 0
   */
  Track record(Artist artist, Album album, int song, int number, Dice dice) {
    String title = album.songs().get(song);
    List<String> artists = new ArrayList<>(List.of(artist.name()));
    if (dice.chance(COLLABORATION_SHARE)) {
      Optional<String> guest = roster.colleague(artist, dice).map(Artist::name);
      guest.ifPresent(artists::add);
      if (guest.isPresent() && dice.chance(CREDITED_IN_TITLE_SHARE)) {
        title += " " + artist.voice().say("guest", dice).formatted(guest.get());
      }
    }
    Sound sound = Sound.draw(dice).leaningOn(album.mood(), MOOD_SHARE_OF_SONG);
    boolean explicit = dice.chance(artist.explicit()) && album.year() >= FIRST_EXPLICIT_YEAR;
    return new Track(
        roster.trackId(artist, number),
        title,
        artists,
        album.title(),
        album.genres(),
        Popularity.ofSong(artist, album, song, dice),
        Measurement.durationMillis(artist.profile(), sound),
        explicit,
        album.year(),
        null,
        Measurement.audio(artist, sound, dice));
  }
}
