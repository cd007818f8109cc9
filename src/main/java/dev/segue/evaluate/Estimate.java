package dev.segue.evaluate;

import java.util.Arrays;

/**
 * What was measured on a sample, with its 95 % confidence interval.
 *
 * @param value of the sample
 * @param low where the interval begins
 * @param high where it ends
 */
public record Estimate(double value, double low, double high) {
  /** The standard normal quantile of 97.5 %. */
  private static final double Z = 1.959964;

  /**
   * A proportion with Wilson's score interval (Wilson 1927, "Probable inference, the law of
   * succession, and statistical inference").
   *
   * @param of at least 1
   */
  static Estimate proportion(int successes, int of) {
    double p = (double) successes / of;
    double z2 = Z * Z / of;
    double middle = (p + z2 / 2) / (1 + z2);
    double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4 * of)) / (1 + z2);
    return new Estimate(p, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /**
   * The mean of values, with the interval of the central limit theorem.
   *
   * @param values at least 1
   */
  static Estimate mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double error =
        values.length < 2 ? 0 : Z * Math.sqrt(squares / (values.length - 1) / values.length);
    return new Estimate(mean, mean - error, mean + error);
  }

  /** The mean of those values that are finite, or {@code null} where none is. */
  static Estimate meanOfKnown(double... values) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    return known.length == 0 ? null : mean(known);
  }

  /**
   * A statistic with the interval of its jackknife variance.
   *
   * @param without the statistic of the sample without each of its parts
   */
  static Estimate jackknife(double value, double[] without) {
    int n = without.length;
    double mean = Arrays.stream(without).average().orElse(value);
    double squares = Arrays.stream(without).map(each -> (each - mean) * (each - mean)).sum();
    double error = n == 0 ? 0 : Z * Math.sqrt((n - 1.0) / n * squares);
    return new Estimate(value, value - error, value + error);
  }
}
