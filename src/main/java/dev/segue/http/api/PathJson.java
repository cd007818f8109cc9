package dev.segue.http.api;

import dev.segue.playlist.TrackPath;
import java.util.List;

/**
 * A walk from one song to another.
 *
 * @param distance between the ends
 * @param tracks both ends and what lies between; the distance of each is that from the one before
 */
public record PathJson(
    Resolved from, Resolved to, String space, double distance, List<HitJson> tracks) {
  private static final int PLACES = 6;

  /**
   * What an end was taken for.
   *
   * @param confidence 1 for an id; of a text, the share of its words that the track has, [0, 1]
   */
  public record Resolved(String asked, String id, String name, double confidence) {}

  static PathJson of(TrackPath path, Resolved from, Resolved to, String space) {
    return new PathJson(
        from, to, space, Decimals.round(path.distance(), PLACES), HitJson.along(path.tracks()));
  }
}
