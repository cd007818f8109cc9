package dev.segue.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * P-values of several comparisons, so that all of them together are wrong as seldom as one would be
 * (Holm 1979, "A simple sequentially rejective multiple test procedure"): the i-th smallest of m
 * becomes the largest of {@code (m − j + 1) p_j} over j ≤ i, at most 1. Comparisons may depend on
 * each other in any way.
 */
public final class HolmCorrection {
  private HolmCorrection() {}

  /** The corrected p-values, in the order of those given. */
  public static double[] of(double[] pValues) {
    List<Integer> ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    double[] corrected = new double[pValues.length];
    double largest = 0;
    for (int rank = 0; rank < corrected.length; rank++) {
      int i = ascending.get(rank);
      largest = Math.max(largest, Math.min(1, (corrected.length - rank) * pValues[i]));
      corrected[i] = largest;
    }
    return corrected;
  }
}
