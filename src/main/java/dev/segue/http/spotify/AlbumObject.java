package dev.segue.http.spotify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;

/**
 * An album with its tracks.
 *
 * @param genres those of its tracks, the most frequent first
 * @param popularity that of its most popular track
 */
record AlbumObject(
    @JsonUnwrapped Simplified album,
    List<String> copyrights,
    Map<String, String> externalIds,
    List<String> genres,
    String label,
    int popularity,
    PageObject<TrackObject.Simplified> tracks) {
  /**
   * An album. One that a catalogue does not name has {@code null} in most places, as Spotify's
   * local files do.
   *
   * @param albumGroup {@code album} or {@code appears_on}, only among the albums of an artist
   * @param artists its main artist
   * @param releaseDate a year, {@code 0000} where it is unknown
   * @param totalTracks how many of it the catalogue holds
   */
  record Simplified(
      @JsonInclude(JsonInclude.Include.NON_NULL) String albumGroup,
      String albumType,
      List<ArtistObject.Simplified> artists,
      List<String> availableMarkets,
      Map<String, String> externalUrls,
      String href,
      String id,
      List<ImageObject> images,
      String name,
      String releaseDate,
      String releaseDatePrecision,
      int totalTracks,
      String type,
      String uri) {
    /** That of a track whose album is not named. */
    static final Simplified NONE =
        new Simplified(
            null,
            null,
            List.of(),
            List.of(),
            Map.of(),
            null,
            null,
            List.of(),
            null,
            null,
            null,
            0,
            SpotifyObjects.ALBUM,
            null);

    Simplified inGroup(String group) {
      return new Simplified(
          group,
          albumType,
          artists,
          availableMarkets,
          externalUrls,
          href,
          id,
          images,
          name,
          releaseDate,
          releaseDatePrecision,
          totalTracks,
          type,
          uri);
    }
  }
}
