package dev.segue.rank;

import java.util.List;

/**
 * One place in a ranked answer.
 *
 * @param ordinal the track's position in the catalogue, from 0; unlike the id it is never shared
 * @param score higher is better; comparable within one answer
 * @param distance how far from the question, or NaN where the ranking knows no distance
 * @param parts what the score is the sum of, or empty where it is one thing
 */
public record Hit(int ordinal, double score, double distance, List<ScorePart> parts) {

  /** Copies. */
  public Hit {
    parts = List.copyOf(parts);
  }

  /** A place whose score is one thing. */
  public Hit(int ordinal, double score, double distance) {
    this(ordinal, score, distance, List.of());
  }
}
