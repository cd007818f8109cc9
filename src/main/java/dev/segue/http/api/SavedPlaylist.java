package dev.segue.http.api;

import dev.segue.catalog.Track;
import dev.segue.playlist.PlaylistFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A playlist, to be written as it was asked for.
 *
 * @param format empty for JSON
 */
public record SavedPlaylist(
    String title, PlaylistJson json, List<Track> tracks, Optional<PlaylistFormat> format) {
  /** What JSON is called among the formats. */
  static final String JSON = "json";

  /** Every format. */
  public static final List<String> FORMATS =
      Stream.concat(
              Stream.of(JSON), Arrays.stream(PlaylistFormat.values()).map(SavedPlaylist::name))
          .toList();

  /** Copies. */
  public SavedPlaylist {
    tracks = List.copyOf(tracks);
  }

  /** The format of that name, but for JSON. */
  static Optional<PlaylistFormat> format(String name) {
    return Arrays.stream(PlaylistFormat.values())
        .filter(format -> name(format).equals(name))
        .findFirst();
  }

  private static String name(PlaylistFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
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
