package dev.segue.http.api;

import dev.segue.catalog.Track;
import dev.segue.playlist.PlaylistFormat;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A playlist, to be written as it was asked for.
 *
 * @param format empty for JSON
 */
public record SavedPlaylist(
    String title, PlaylistJson json, List<Track> tracks, Optional<PlaylistFormat> format) {
  private static final String JSON = "json";

  /** Every format by its name; empty for JSON. */
  public static final Map<String, Optional<PlaylistFormat>> FORMATS = formats();

  /** Copies. */
  public SavedPlaylist {
    tracks = List.copyOf(tracks);
  }

  private static Map<String, Optional<PlaylistFormat>> formats() {
    Map<String, Optional<PlaylistFormat>> formats = new LinkedHashMap<>();
    formats.put(JSON, Optional.empty());
    for (PlaylistFormat format : PlaylistFormat.values()) {
      formats.put(Json.word(format), Optional.of(format));
    }
    return Collections.unmodifiableMap(formats);
  }

  /** Its media type. */
  public String mediaType() {
    return format.map(PlaylistFormat::mediaType).orElse(Json.TYPE);
  }

  /**
   * How its file is called, such as {@code Segue.m3u8}; what a file's name cannot hold is {@code
   * _}.
   */
  public String fileName() {
    return title.replaceAll("[^\\p{L}\\p{N} ._()-]", "_")
        + "."
        + format.map(PlaylistFormat::extension).orElse(JSON);
  }

  /** In UTF-8. */
  public byte[] bytes() {
    return format
        .map(it -> it.write(title, tracks).getBytes(StandardCharsets.UTF_8))
        .orElseGet(() -> Json.bytes(json));
  }
}
