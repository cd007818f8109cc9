package dev.segue.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * The permutation test of two groups (Efron & Tibshirani 1993, "An introduction to the bootstrap",
 * chapter 15): how often groups of these sizes, drawn from all, are as far apart as the two are, to
 * either side.
 *
 * <p>How far is Welch's statistic, {@code |mean₁ − mean₂| / √(var₁/n₁ + var₂/n₂)}, not the
 * difference alone: so it remains a test of means where the groups differ in size and in spread,
 * too (Janssen 1997, "Studentized permutation tests for non-i.i.d. hypotheses and the generalized
 * Behrens-Fisher problem"). O(rounds × the smaller group).
 */
public final class PermutationTest {
  private static final int MOST_ROUNDS = 10_000;
  private static final int LEAST_ROUNDS = 2_000;
  private static final double MOST_STEPS = 2e8;

  /** A smaller share of the variance than this is rounding. */
  private static final double ROUNDING = 1e-12;

  /** The values of both groups less the mean of all, which keeps sums of squares exact. */
  private final double[] all;

  private final int smaller;
  private final double variance;

  private PermutationTest(double[] few, double[] many) {
    double mean =
        DoubleStream.concat(Arrays.stream(few), Arrays.stream(many)).average().orElseThrow();
    all =
        DoubleStream.concat(Arrays.stream(few), Arrays.stream(many))
            .map(value -> value - mean)
            .toArray();
    smaller = few.length;
    variance = Arrays.stream(all).map(value -> value * value).average().orElseThrow();
  }

  /**
   * The two-sided p-value, [1 / (rounds + 1), 1].
   *
   * @param first values, one a user, at least one
   * @param second likewise, of other users
   * @param seed of the draws
   */
  public static double pValue(double[] first, double[] second, long seed) {
    if (DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).distinct().count() == 1) {
      return 1;
    }
    return first.length <= second.length
        ? new PermutationTest(first, second).pValue(seed)
        : new PermutationTest(second, first).pValue(seed);
  }

  private double pValue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rounds = (int) Math.clamp(MOST_STEPS / smaller, LEAST_ROUNDS, MOST_ROUNDS);
    double observed = distance();
    int asFar = 0;
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < smaller; i++) {
        int other = random.nextInt(i, all.length);
        double value = all[other];
        all[other] = all[i];
        all[i] = value;
      }
      asFar += distance() >= observed * (1 - ROUNDING) ? 1 : 0;
    }
    return (asFar + 1.0) / (rounds + 1.0);
  }

  /** Of the smaller group, which stands first, from the other, whose values have the rest. */
  private double distance() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < smaller; i++) {
      sum += all[i];
      squares += all[i] * all[i];
    }
    double mean = sum / smaller;
    int larger = all.length - smaller;
    double otherMean = -sum / larger; // the sum of all is 0
    double error =
        squaredError(smaller, mean, squares)
            + squaredError(larger, otherMean, variance * all.length - squares);
    double difference = Math.abs(mean - otherMean);
    return difference == 0 ? 0 : difference / Math.sqrt(error);
  }

  /** {@code var/n}, 0 where one value alone tells nothing of it. */
  private double squaredError(int n, double mean, double squares) {
    double spread = squares / n - mean * mean;
    return spread < ROUNDING * variance ? 0 : spread / Math.max(1, n - 1);
  }
}
