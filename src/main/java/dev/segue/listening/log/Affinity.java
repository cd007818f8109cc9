package dev.segue.listening.log;

import java.time.Instant;
import java.util.Optional;

/**
 * How much somebody likes a track, by all that they did with it.
 *
 * <p>{@code plays − skips + 5 (liked) + 5 (saved)}, at least 0, where a play of which less than
 * {@value Event#HEARD_MILLIS} ms were heard counts as a skip, and of likes and dislikes the last
 * counts.
 *
 * @param weight at least 0; 0 for what was tried and left
 * @param disliked whether they said so
 * @param last when they last did something with it
 */
public record Affinity(double weight, boolean disliked, Instant last) {
  private static final double OPINION = 5;

  /**
   * By what was done.
   *
   * @param plays less skips
   * @param opinion the last like or dislike
   */
  static Affinity of(double plays, Optional<EventType> opinion, boolean saved, Instant last) {
    boolean liked = opinion.equals(Optional.of(EventType.LIKE));
    boolean disliked = opinion.equals(Optional.of(EventType.DISLIKE));
    double weight = plays + (liked ? OPINION : 0) + (saved ? OPINION : 0);
    return new Affinity(Math.max(0, weight), disliked, last);
  }

  /** Whether it speaks for what they like. */
  public boolean positive() {
    return weight > 0 && !disliked;
  }
}
