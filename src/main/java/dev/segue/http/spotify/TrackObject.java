package dev.segue.http.spotify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/** A track with its album. */
record TrackObject(
    @JsonUnwrapped Simplified track,
    AlbumObject.Simplified album,
    Map<String, String> externalIds,
    int popularity) {
  /**
   * A track where its album is known from elsewhere.
   *
   * @param explicit where it is unknown, false
   * @param trackNumber always 0: a catalogue does not hold it
   */
  record Simplified(
      List<ArtistObject.Simplified> artists,
      List<String> availableMarkets,
      int discNumber,
      int durationMs,
      boolean explicit,
      Map<String, String> externalUrls,
      String href,
      String id,
      boolean isLocal,
      String name,
      String previewUrl,
      int trackNumber,
      String type,
      String uri) {}
}
