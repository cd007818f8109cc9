package dev.segue.vector;

import java.util.List;
import org.hipparchus.special.Erf;

/** What a column learned of its numbers, so that they can be compared with those of others. */
public sealed interface Scaler {

  /** A number of the column, made comparable. */
  double apply(double value);

  /**
   * Standardisation: {@code (x − mean) / deviation}, with the population standard deviation (ddof =
   * 0).
   *
   * @param mean finite
   * @param deviation finite and above 0
   */
  record Standard(double mean, double deviation) implements Scaler {
    /**
     * Checks.
     *
     * @throws IllegalArgumentException naming the value
     */
    public Standard {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("mean is %s, must be finite".formatted(mean));
      }
      if (!Double.isFinite(deviation) || deviation <= 0) {
        throw new IllegalArgumentException(
            "deviation is %s, must be finite and above 0".formatted(deviation));
      }
    }

    @Override
    public double apply(double value) {
      return (value - mean) / deviation;
    }
  }

  /**
   * Normal scores: {@code Φ⁻¹((r − ½) / n)}, where r is the rank of a number among the quantiles
   * and n how many these are (rankits; Bliss 1967, "Statistics in biology", chapter 6). Equal
   * numbers share the middle of their ranks; between two quantiles the rank is interpolated, beyond
   * them it is that of the last. However skewed a column is, its scores are normally distributed:
   * mean 0, deviation 1, and none beyond 3.3 for 1,001 quantiles.
   *
   * @param quantiles rising, evenly spaced from the smallest number to the largest; empty where
   *     there was none, and then every score is 0
   */
  record NormalScores(List<Double> quantiles) implements Scaler {
    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException naming the position and the value
     */
    public NormalScores {
      quantiles = List.copyOf(quantiles);
      for (int i = 0; i < quantiles.size(); i++) {
        double least = i == 0 ? Double.NEGATIVE_INFINITY : quantiles.get(i - 1);
        if (!Double.isFinite(quantiles.get(i)) || quantiles.get(i) < least) {
          throw new IllegalArgumentException(
              "quantile %d is %s, must be finite and rise".formatted(i, quantiles.get(i)));
        }
      }
    }

    /** The normal score; 0, that of the median, for NaN. */
    @Override
    public double apply(double value) {
      return quantiles.isEmpty() || Double.isNaN(value)
          ? 0
          : Math.sqrt(2) * Erf.erfInv(2 * share(value) - 1);
    }

    /** The share of the numbers that are smaller, (0, 1); of equal ones, half. */
    double share(double value) {
      return (rank(value) + 0.5) / quantiles.size();
    }

    /** The share of the numbers from one to another, both included, [0, 1]. */
    double share(double low, double high) {
      return (double) (first(Math.nextUp(high)) - first(low)) / quantiles.size();
    }

    /** From 0 to n − 1. */
    private double rank(double value) {
      int from = first(value);
      int to = first(Math.nextUp(value));
      if (from < to) {
        return (from + to - 1) / 2.0;
      }
      int last = quantiles.size() - 1;
      if (from == 0 || from > last) {
        return from == 0 ? 0 : last;
      }
      double below = quantiles.get(from - 1);
      return from - 1 + (value - below) / (quantiles.get(from) - below);
    }

    /** The position of the first quantile that is at least a value. */
    private int first(double value) {
      int low = 0;
      int high = quantiles.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (quantiles.get(middle) < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /** Numbers that are comparable as they are. */
  record Unscaled() implements Scaler {
    @Override
    public double apply(double value) {
      return value;
    }
  }
}
