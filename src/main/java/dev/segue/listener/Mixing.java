package dev.segue.listener;

import dev.segue.query.RequestException;

/**
 * How taste and sound become one relevance.
 *
 * <p>All are in the measure of {@link LikingScale}. Taste is the sum of what a listener's likings
 * say, so the more are known the more it says. What everybody listens to counts as one liking among
 * theirs. Sound says of many likings no more than of {@value #HEARD}.
 *
 * @param alpha the share of sound, [0, 1]
 * @param fusion how scores of different kinds are made one
 */
public record Mixing(double alpha, Fusion fusion) {
  /** How scores of different kinds are made one. */
  public enum Fusion {
    /** {@code (1 − α)·(taste + popularity) + α·sound}, as shares of what is furthest from 0. */
    LINEAR,
    /**
     * {@code (1 − α) / (60 + rank by taste) + α / (60 + rank by sound)}, as shares of 1/61 (after
     * {@link dev.segue.rank.Fusion.ReciprocalRank}).
     */
    RRF
  }

  private static final int HEARD = 3;

  /**
   * Checks the share.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public Mixing {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw RequestException.invalid("alpha", "alpha is %s, allowed is 0 to 1.".formatted(alpha));
    }
  }

  /**
   * What is said by sound.
   *
   * @param nearness to so many likings ({@link Nearness})
   */
  public static double sound(LikingScale scale, double nearness, int likings) {
    int heard = Math.min(likings, HEARD);
    return scale.of(heard * nearness, heard);
  }

  /**
   * What is said by popularity.
   *
   * @param popularity by its scale
   * @param likings how many likings taste goes by
   */
  public static double popularity(double popularity, int likings) {
    return popularity / (1 + likings);
  }
}
