package dev.segue.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Confidence intervals by the bootstrap: users are drawn with replacement as often as there are
 * users, a user with all of theirs in all folds, and what was measured is measured again; the
 * interval is that between the percentiles 2.5 and 97.5 (Efron & Tibshirani 1993, "An introduction
 * to the bootstrap", section 13.3). Two models are compared on the same draws, and so pairwise; the
 * p-value is twice the smaller share of draws on one side of 0 (section 15.4). Of two groups of
 * other users, each is drawn for itself (section 8.3).
 */
public final class Bootstrap {
  private static final int MOST_ROUNDS = 2_000;

  /** Where users are many, fewer rounds tell as much. */
  private static final int LEAST_ROUNDS = 200;

  private static final double MOST_STEPS = 2e8;

  private final long seed;

  /**
   * Prepares.
   *
   * @param seed of the draws
   */
  public Bootstrap(long seed) {
    this.seed = seed;
  }

  /**
   * What was measured: the mean, over the folds, of {@code then(Σ sum / Σ count)} over the users.
   *
   * @param sums {@code double[folds][users]}; 0 for who was not in a fold
   * @param counts likewise
   * @param then what is done with the quotient, such as a root
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Measured(double[][] sums, double[][] counts, DoubleUnaryOperator then) {
    /**
     * The mean of values.
     *
     * @param values one a user, at least 1
     */
    public static Measured mean(double[] values) {
      double[] once = new double[values.length];
      Arrays.fill(once, 1);
      return new Measured(
          new double[][] {values}, new double[][] {once}, DoubleUnaryOperator.identity());
    }

    /** Those users who were in a fold. */
    private int[] users() {
      return IntStream.range(0, counts[0].length)
          .filter(user -> Arrays.stream(counts).anyMatch(fold -> fold[user] > 0))
          .toArray();
    }

    /** Measures, each user as often as drawn. */
    private double value(int[] users, int[] times) {
      double total = 0;
      int folds = 0;
      for (int fold = 0; fold < sums.length; fold++) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < users.length; i++) {
          sum += times[i] * sums[fold][users[i]];
          count += times[i] * counts[fold][users[i]];
        }
        if (count > 0) {
          total += then.applyAsDouble(sum / count);
          folds++;
        }
      }
      return total / folds;
    }

    private double value() {
      int[] users = users();
      int[] once = new int[users.length];
      Arrays.fill(once, 1);
      return value(users, once);
    }
  }

  /** The value with its interval. */
  public Estimate estimate(Measured measured) {
    return interval(measured.value(), draws(measured));
  }

  /** How much more it is for the second group of users than for the first; nobody is in both. */
  public Estimate independentDifference(Measured first, Measured second) {
    int rounds = Math.min(rounds(first), rounds(second));
    SplittableRandom random = new SplittableRandom(seed);
    double[] differences = draws(second, rounds, random);
    double[] ofFirst = draws(first, rounds, random);
    for (int round = 0; round < rounds; round++) {
      differences[round] -= ofFirst[round];
    }
    return interval(second.value() - first.value(), differences);
  }

  /**
   * How much more the second is.
   *
   * @param what was measured
   */
  public Difference difference(String what, Measured first, Measured second) {
    double value = second.value() - first.value();
    double[] differences = draws(second);
    double[] ofFirst = draws(first);
    int below = 0;
    int above = 0;
    for (int round = 0; round < differences.length; round++) {
      differences[round] -= ofFirst[round];
      below += differences[round] > 0 ? 0 : 1; // what is no number says nothing, and so is both
      above += differences[round] < 0 ? 0 : 1;
    }
    double p = Math.min(1, 2 * (Math.min(below, above) + 1.0) / (differences.length + 1.0));
    return new Difference(what, interval(value, differences), p);
  }

  private static int rounds(Measured measured) {
    double steps = (double) measured.users().length * measured.sums().length;
    return (int) Math.clamp(MOST_STEPS / steps, LEAST_ROUNDS, MOST_ROUNDS);
  }

  private double[] draws(Measured measured) {
    return draws(measured, rounds(measured), new SplittableRandom(seed));
  }

  private static double[] draws(Measured measured, int rounds, SplittableRandom random) {
    int[] users = measured.users();
    double[] values = new double[rounds];
    int[] times = new int[users.length];
    for (int round = 0; round < values.length; round++) {
      Arrays.fill(times, 0);
      for (int draw = 0; draw < times.length; draw++) {
        times[random.nextInt(times.length)]++;
      }
      values[round] = measured.value(users, times);
    }
    return values;
  }

  private static Estimate interval(double value, double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return new Estimate(
        value,
        sorted[(int) Math.floor(.025 * (sorted.length - 1))],
        sorted[(int) Math.ceil(.975 * (sorted.length - 1))]);
  }
}
