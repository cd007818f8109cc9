package dev.segue.evaluate;

import dev.segue.catalog.Track;
import dev.segue.query.NameKey;
import java.util.List;

/**
 * A question of someone who knows which song is meant.
 *
 * @param query what is typed
 * @param track what is meant
 */
record KnownItem(String query, Track track) {
  /**
   * Whether a track is the one that is meant, or another copy: the same name by the same artist.
   */
  boolean isMeant(Track found) {
    return found.id().equals(track.id())
        || (NameKey.of(found.name()).equals(NameKey.of(track.name()))
            && keys(found.artists()).contains(NameKey.of(track.artists().getFirst())));
  }

  private static List<String> keys(List<String> names) {
    return names.stream().map(NameKey::of).toList();
  }
}
