package dev.segue.listener;

import dev.segue.query.RequestException;
import dev.segue.rank.Fusion.ReciprocalRank;
import java.util.OptionalDouble;

/**
 * How taste and sound become one relevance.
 *
 * <p>All are in the measure of {@link LikingScale}. Taste is what all n likings together say, so
 * the more are known the more it says; popularity, whose weight is {@code 1 / (1 + n)}, says the
 * most of whom little is known; sound is {@link Nearness}. Each is taken as a share of how far it
 * reaches, T of taste and popularity together, S of sound: of what is furthest from 0 among the
 * tracks at hand. So the share α of sound is what it says.
 *
 * <p>Where nobody says α, it is that of the sum in the measure itself, {@code (1 − a)·t + a·s}:
 * {@code a·S / ((1 − a)·T + a·S)}. So it is the less the more taste has to say about a listener; a
 * is {@value #USUAL} where the model of taste knows all that they like, and 1 where it knows
 * nothing.
 *
 * @param alpha α, the share of sound, [0, 1]; empty where nobody says
 * @param fusion how scores of different kinds are made one
 */
public record Mixing(OptionalDouble alpha, Fusion fusion) {
  /** By scores, with as much sound as taste leaves to it. */
  public static final Mixing DEFAULT = new Mixing(OptionalDouble.empty(), Fusion.LINEAR);

  private static final double USUAL = .3;

  /** How scores of different kinds are made one. */
  public enum Fusion {
    /** {@code (1 − α)·(taste + popularity / (1 + n)) / T + α·sound / S}. */
    LINEAR,
    /**
     * {@code (1 − α)·(1 / (60 + rank by taste) + 1 / (1 + n) / (60 + rank by popularity)) + α / (60
     * + rank by sound)}, as shares of what is first in all (after {@link
     * dev.segue.rank.Fusion.ReciprocalRank}).
     */
    RRF
  }

  /**
   * Checks the share.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public Mixing {
    alpha.ifPresent(
        share -> {
          if (!(share >= 0 && share <= 1)) {
            throw RequestException.invalid(
                "alpha", "alpha is %s, allowed is 0 to 1.".formatted(share));
          }
        });
  }

  /** The same, but with this share of sound. */
  public Mixing with(double share) {
    return new Mixing(OptionalDouble.of(share), fusion);
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

  /** What RRF takes for the score of what has a rank, from 1. */
  public static double reciprocal(int rank) {
    return 1.0 / (ReciprocalRank.DEFAULT_K + rank);
  }

  /**
   * What taste and sound are worth to one listener.
   *
   * @param known how much of what they like the model of taste knows, [0, 1]
   * @param tasteReach T, popularity included, at least 0
   * @param soundReach S, at least 0
   */
  public Shares shares(double known, double tasteReach, double soundReach) {
    double usual = 1 - (1 - USUAL) * known;
    double sound = usual * soundReach;
    double both = (1 - usual) * tasteReach + sound;
    return new Shares(alpha.orElse(both > 0 ? sound / both : usual), tasteReach, soundReach);
  }

  /**
   * What taste and sound are worth.
   *
   * @param alpha the share of sound, [0, 1]
   * @param tasteReach T, at least 0
   * @param soundReach S, at least 0
   */
  public record Shares(double alpha, double tasteReach, double soundReach) {
    /**
     * The same of reciprocal ranks, where what is first in all is worth 1.
     *
     * @param popularity of what is most popular, by its rank, as a share of taste's
     */
    public Shares ofRanks(double popularity) {
      double reach = reciprocal(1) * (1 + (1 - alpha) * popularity);
      return new Shares(alpha, reach, reach);
    }

    /** What taste, or popularity, adds. */
    public double taste(double taste) {
      return (1 - alpha) * share(taste, tasteReach);
    }

    /** What sound adds. */
    public double sound(double sound) {
      return alpha * soundAlone(sound);
    }

    /** What sound says where it alone says something. */
    double soundAlone(double sound) {
      return share(sound, soundReach);
    }

    private static double share(double score, double reach) {
      return reach > 0 || Double.isNaN(score) ? score / reach : 0;
    }
  }
}
