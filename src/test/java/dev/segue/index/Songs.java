package dev.segue.index;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import java.util.List;

/** Tracks for tests, where only their words and their popularity matter. */
public final class Songs {
  private static final AudioFeatures AUDIO =
      new AudioFeatures(.5, .5, 1, -8, 1, .1, .1, 0, .1, .5, 120, 4);

  private Songs() {}

  /** A song of little popularity. */
  public static Track song(String id, String name, String artist, String album, String genre) {
    return new Track(
        id, name, List.of(artist), album, List.of(genre), 10, 200_000, false, 2000, null, AUDIO);
  }

  /** A song whose id is its title. */
  public static Track song(String name, String artist) {
    return song(name, name, artist, null, "pop");
  }

  public static Track renamed(Track track, String id) {
    return copy(track, id, track.popularity());
  }

  public static Track withPopularity(Track track, Integer popularity) {
    return copy(track, track.id(), popularity);
  }

  private static Track copy(Track track, String id, Integer popularity) {
    return new Track(
        id,
        track.name(),
        track.artists(),
        track.album(),
        track.genres(),
        popularity,
        track.durationMillis(),
        track.explicit(),
        track.year(),
        track.imageUrl(),
        track.audio());
  }
}
