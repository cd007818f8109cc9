package dev.segue.rank;

import dev.segue.catalog.Track;
import java.util.List;

/**
 * One place in a ranked answer.
 *
 * @param ordinal the track's position in the catalogue, from 0; unlike the id it is never shared
 * @param track what was found
 * @param score higher is better; comparable within one answer
 * @param distance how far from the question, or NaN where the ranking knows no distance
 * @param parts what the score is the sum of, or empty where it is one thing
 */
public record ScoredTrack(
    int ordinal, Track track, double score, double distance, List<ScorePart> parts) {

  /** Copies. */
  public ScoredTrack {
    parts = List.copyOf(parts);
  }

  /** A place whose score is one thing. */
  public ScoredTrack(int ordinal, Track track, double score, double distance) {
    this(ordinal, track, score, distance, List.of());
  }
}
