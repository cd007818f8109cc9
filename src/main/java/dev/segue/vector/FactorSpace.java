package dev.segue.vector;

import java.util.Arrays;

/**
 * A space of inner products ⟨u, x⟩ between listeners u and items x, told as cosines: an item stands
 * at {@code (x, √(L² − |x|²)) / L}, a listener at {@code (u, 0) / |u|}, and so the nearest items
 * are those of the largest inner products (Bachrach et al. 2014, "Speeding up the Xbox recommender
 * system using a Euclidean transformation for inner-product spaces", section 3; the vectors as in
 * Neyshabur & Srebro 2015, "On symmetric and asymmetric LSHs for inner product search", section 4).
 *
 * @param name in URLs and commands
 * @param factors d, how many numbers an item and a listener have
 * @param longest L, above 0: no item is longer
 */
public record FactorSpace(String name, int factors, double longest) implements VectorSpace {
  /** Items that are longer by rounding only are taken. */
  private static final double ROUNDING = 1e-5;

  /** Checks the numbers. */
  public FactorSpace {
    if (factors < 1 || !(longest > 0 && Double.isFinite(longest))) {
      throw new IllegalArgumentException(
          "%d factors, %s the longest; both must be above 0".formatted(factors, longest));
    }
  }

  @Override
  public Metric metric() {
    return Metric.COSINE;
  }

  @Override
  public int dimension() {
    return factors + 1;
  }

  /**
   * Where an item stands, {@code float[d + 1]} of unit length.
   *
   * @param item {@code float[d]}, finite
   * @throws IllegalArgumentException when it is longer than the longest, or not of d numbers
   */
  public float[] ofItem(float[] item) {
    double[] point = new double[factors + 1];
    double squares = 0;
    for (int f = 0; f < check(item.length); f++) {
      point[f] = item[f];
      squares += point[f] * point[f];
    }
    double left = longest * longest - squares;
    if (!(left >= -ROUNDING * longest * longest)) {
      throw new IllegalArgumentException(
          "an item has the length %s, the longest is %s".formatted(Math.sqrt(squares), longest));
    }
    point[factors] = Math.sqrt(Math.max(0, left));
    return metric().vector(point).orElseThrow();
  }

  /**
   * Where a listener stands, {@code float[d + 1]} of unit length.
   *
   * @param listener {@code double[d]}, not all of them 0
   */
  public float[] ofListener(double[] listener) {
    check(listener.length);
    return metric().vector(Arrays.copyOf(listener, factors + 1)).orElseThrow();
  }

  private int check(int length) {
    if (length != factors) {
      throw new IllegalArgumentException("%d numbers, must be %d".formatted(length, factors));
    }
    return length;
  }
}
