package dev.segue.search;

import dev.segue.catalog.Track;
import java.util.List;
import java.util.Optional;

/** The names of a track, with what was asked for marked. */
public record Highlights(
    MarkedText name,
    List<MarkedText> artists,
    Optional<MarkedText> album,
    List<MarkedText> genres) {
  /** Copies. */
  public Highlights {
    artists = List.copyOf(artists);
    genres = List.copyOf(genres);
  }

  static Highlights of(Track track, Marker marker) {
    return new Highlights(
        marker.mark(track.name()),
        track.artists().stream().map(marker::mark).toList(),
        Optional.ofNullable(track.album()).map(marker::mark),
        track.genres().stream().map(marker::mark).toList());
  }
}
