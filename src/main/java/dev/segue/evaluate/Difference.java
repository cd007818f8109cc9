package dev.segue.evaluate;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How two ways to answer differ in the mean of a measure.
 *
 * @param what was measured
 * @param difference the second less the first, question by question
 * @param pValue of a test whether it is chance: {@link RandomizationTest} or {@link Bootstrap}; in
 *     reports of models corrected
 */
public record Difference(String what, Estimate difference, double pValue) {

  /** The same with p-values that are corrected for how many there are ({@link HolmCorrection}). */
  public static List<Difference> corrected(List<Difference> differences) {
    double[] corrected =
        HolmCorrection.of(differences.stream().mapToDouble(Difference::pValue).toArray());
    return IntStream.range(0, corrected.length)
        .mapToObj(
            i ->
                new Difference(
                    differences.get(i).what, differences.get(i).difference, corrected[i]))
        .toList();
  }

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
