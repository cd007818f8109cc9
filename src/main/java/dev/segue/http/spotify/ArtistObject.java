package dev.segue.http.spotify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * An artist with what his tracks say of him.
 *
 * @param genres those of his tracks, the most frequent first
 * @param popularity that of his most popular track
 */
record ArtistObject(
    @JsonUnwrapped Simplified artist,
    Followers followers,
    List<String> genres,
    List<ImageObject> images,
    int popularity) {
  /** Known by the name. */
  record Simplified(
      Map<String, String> externalUrls,
      String href,
      String id,
      String name,
      String type,
      String uri) {}

  /** Nobody: a catalogue does not hold them. */
  record Followers(String href, int total) {
    static final Followers NONE = new Followers(null, 0);
  }
}
