package dev.segue.evaluate;

import java.util.Random;

/** Two settings, question by question. */
final class Differences {
  private Differences() {}

  /**
   * How a second measurement of the same questions differs from the first.
   *
   * @param what was measured
   */
  static SearchReport.Difference of(String what, double[] first, double[] second, Random random) {
    double[] differences = new double[first.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = second[i] - first[i];
    }
    return new SearchReport.Difference(
        what, Estimate.mean(differences), RandomizationTest.pValue(differences, random));
  }
}
