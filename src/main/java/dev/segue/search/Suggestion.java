package dev.segue.search;

import dev.segue.catalog.Track;
import java.util.Optional;

/**
 * Something that what was typed may be the beginning of.
 *
 * @param kind what it is
 * @param text its name, what was typed marked
 * @param track the track itself; of an artist or an album, the most popular; of a genre, none
 * @param score higher is likelier, more popular, or both
 */
public record Suggestion(Kind kind, MarkedText text, Optional<Track> track, double score) {
  /** What can be suggested. */
  public enum Kind {
    TRACK,
    ARTIST,
    ALBUM,
    GENRE
  }
}
