package dev.segue.listener;

import dev.segue.query.RequestException;

/**
 * How taste and sound become one relevance.
 *
 * <p>All are in the measure of {@link LikingScale}. Taste is what all n likings together say, so
 * the more are known the more it says; popularity, whose weight is {@code 1 / (1 + n)}, says the
 * most of whom little is known; sound is {@link Nearness}.
 *
 * @param alpha the share of sound, [0, 1]
 * @param fusion how scores of different kinds are made one
 */
public record Mixing(double alpha, Fusion fusion) {
  /** How scores of different kinds are made one. */
  public enum Fusion {
    /**
     * {@code (1 − α)·(taste + popularity / (1 + n)) + α·sound}, as shares of what is furthest from
     * 0.
     */
    LINEAR,
    /**
     * {@code (1 − α) / (60 + rank by taste and popularity) + α / (60 + rank by sound)}, as shares
     * of 1/61 (after {@link dev.segue.rank.Fusion.ReciprocalRank}).
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

  /**
   * What popularity says beside taste.
   *
   * @param popularity by its scale
   * @param likings how many taste goes by
   */
  public static double popularity(double popularity, int likings) {
    return popularity / (1 + likings);
  }
}
