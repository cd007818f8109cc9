package dev.segue.evaluate;

import java.util.Random;

/**
 * Fisher's randomization test for paired measurements (Smucker, Allan & Carterette 2007, "A
 * comparison of statistical significance tests for information retrieval evaluation"): how often
 * random signs make the mean of the differences as large as it is, to either side.
 */
final class RandomizationTest {
  private static final int ROUNDS = 10_000;

  private RandomizationTest() {}

  /**
   * The two-sided p-value, [1 / (rounds + 1), 1].
   *
   * @param differences one a question
   */
  static double pValue(double[] differences, Random random) {
    double observed = Math.abs(sum(differences));
    int asLarge = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      asLarge += Math.abs(sum) >= observed - 1e-12 ? 1 : 0;
    }
    return (asLarge + 1.0) / (ROUNDS + 1.0);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
