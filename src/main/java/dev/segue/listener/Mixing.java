package dev.segue.listener;

import dev.segue.query.RequestException;

/**
 * How taste and sound become one relevance.
 *
 * @param alpha the share of sound, [0, 1]
 * @param fusion how scores of different kinds are made one
 */
public record Mixing(double alpha, Fusion fusion) {
  /** How scores of different kinds are made one. */
  public enum Fusion {
    /** {@code (1 − α)·z(taste) + α·z(sound)}, standard scores, as shares of the best. */
    LINEAR,
    /**
     * {@code (1 − α) / (60 + rank by taste) + α / (60 + rank by sound)}, as shares of 1/61 (after
     * {@link dev.segue.rank.Fusion.ReciprocalRank}).
     */
    RRF
  }

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
}
