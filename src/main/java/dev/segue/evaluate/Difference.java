package dev.segue.evaluate;

import java.util.Random;

/**
 * How two ways to answer differ in the mean of a measure.
 *
 * @param what was measured
 * @param difference the second less the first, question by question
 * @param pValue of a test whether it is chance: {@link RandomizationTest} or {@link Bootstrap}
 */
public record Difference(String what, Estimate difference, double pValue) {

  /** Compares two measurements of the same questions. */
  static Difference of(String what, double[] first, double[] second, Random random) {
    double[] differences = new double[first.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = second[i] - first[i];
    }
    return new Difference(
        what, Estimate.mean(differences), RandomizationTest.pValue(differences, random));
  }
}
