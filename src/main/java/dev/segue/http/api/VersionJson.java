package dev.segue.http.api;

import dev.segue.catalog.Track;
import java.util.List;

/** Another version of a track's recording: what tells it from the track. */
public record VersionJson(
    String id, String name, String album, Integer popularity, int durationMs, Boolean explicit) {
  /** {@code null} where there are none. */
  static List<VersionJson> of(List<Track> versions) {
    return versions.isEmpty()
        ? null
        : versions.stream()
            .map(
                track ->
                    new VersionJson(
                        track.id(),
                        track.name(),
                        track.album(),
                        track.popularity(),
                        track.durationMillis(),
                        track.explicit()))
            .toList();
  }
}
