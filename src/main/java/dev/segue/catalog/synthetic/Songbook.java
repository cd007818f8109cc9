package dev.segue.catalog.synthetic;

import java.util.HashSet;
import java.util.Set;

/** The titles that an artist has used: nobody calls two songs, or two albums, the same. */
final class Songbook {
  private static final int IDEAS = 8;
  private static final double EMOJI_SHARE = 0.004;
  private static final double SELF_TITLED_SHARE = 0.06;

  private final Artist artist;
  private final Dice dice;
  private final Set<String> songs = new HashSet<>();
  private final Set<String> albums = new HashSet<>();

  Songbook(Artist artist, Dice dice) {
    this.artist = artist;
    this.dice = dice;
  }

  String songTitle() {
    String title = unused("title", songs);
    return dice.chance(EMOJI_SHARE) ? title + " " + artist.say("emoji", dice) : title;
  }

  String albumTitle() {
    if (dice.chance(SELF_TITLED_SHARE) && albums.add(artist.name())) {
      return artist.name();
    }
    return unused("album", albums);
  }

  /** Who runs out of ideas writes a sequel. */
  private String unused(String topic, Set<String> used) {
    String title = artist.say(topic, dice);
    for (int idea = 1; idea < IDEAS && used.contains(title); idea++) {
      title = artist.say(topic, dice);
    }
    String sequel = title;
    for (int part = 2; !used.add(sequel); part++) {
      sequel = title + ", Pt. " + part;
    }
    return sequel;
  }
}
