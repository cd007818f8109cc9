package dev.segue.rank;

import dev.segue.catalog.Track;
import java.util.List;

/**
 * A hit with its track.
 *
 * @param hit where it stands
 * @param track what was found
 * @param otherVersions of its recording, where one stands for all; empty elsewhere
 */
public record ScoredTrack(Hit hit, Track track, List<Track> otherVersions) {
  /** Copies. */
  public ScoredTrack {
    otherVersions = List.copyOf(otherVersions);
  }

  /** The track's position in the catalogue. */
  public int ordinal() {
    return hit.ordinal();
  }

  /** Higher is better. */
  public double score() {
    return hit.score();
  }

  /** How far from the question, or NaN. */
  public double distance() {
    return hit.distance();
  }

  /** What the score is the sum of, or empty. */
  public List<ScorePart> parts() {
    return hit.parts();
  }
}
