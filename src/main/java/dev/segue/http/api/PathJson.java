package dev.segue.http.api;

import dev.segue.playlist.TrackPath;
import java.util.List;

/**
 * A walk from one song to another.
 *
 * @param from what it was taken for; the confidence of an id is 1
 * @param distance between the ends
 * @param tracks both ends and what lies between; the distance of each is that from the one before
 */
public record PathJson(
    SimilarJson.Resolved from,
    SimilarJson.Resolved to,
    String space,
    double distance,
    List<HitJson> tracks) {
  private static final int PLACES = 6;

  static PathJson of(
      TrackPath path, SimilarJson.Resolved from, SimilarJson.Resolved to, String space) {
    return new PathJson(
        from, to, space, Decimals.round(path.distance(), PLACES), HitJson.along(path.tracks()));
  }
}
