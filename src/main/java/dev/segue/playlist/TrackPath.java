package dev.segue.playlist;

import dev.segue.rank.ScoredTrack;
import java.util.List;

/**
 * A walk from one song to another.
 *
 * @param tracks from the first to the last; the distance of each is that from the track before, NaN
 *     for the first
 * @param distance between the ends
 */
public record TrackPath(List<ScoredTrack> tracks, double distance) {
  /** Copies. */
  public TrackPath {
    tracks = List.copyOf(tracks);
  }
}
