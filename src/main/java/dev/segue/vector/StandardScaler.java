package dev.segue.vector;

import java.util.Arrays;
import java.util.List;

/**
 * Standardisation of d columns: {@code (x − mean) / deviation}, with the population standard
 * deviation (ddof = 0). A column that never varies has the deviation 1, so that it becomes 0.
 *
 * @param means d means, finite
 * @param deviations d standard deviations, finite and above 0
 */
public record StandardScaler(List<Double> means, List<Double> deviations) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException naming the column's position and the value
   */
  public StandardScaler {
    if (means.size() != deviations.size()) {
      throw new IllegalArgumentException(
          "%d means, but %d deviations".formatted(means.size(), deviations.size()));
    }
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    for (int i = 0; i < means.size(); i++) {
      if (!Double.isFinite(means.get(i))) {
        throw new IllegalArgumentException(
            "mean of column %d is %s, must be finite".formatted(i, means.get(i)));
      }
      if (!Double.isFinite(deviations.get(i)) || deviations.get(i) <= 0) {
        throw new IllegalArgumentException(
            "deviation of column %d is %s, must be finite and above 0"
                .formatted(i, deviations.get(i)));
      }
    }
  }

  /** Standardises in place. */
  void apply(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - means.get(i)) / deviations.get(i);
    }
  }

  /**
   * Learns means and deviations from a stream of rows in one pass and double precision (Welford
   * 1962, "Note on a method for calculating corrected sums of squares and products"). O(d) a row.
   */
  static final class Fitter {
    private final double[] mean;
    private final double[] squares;
    private long rows;

    Fitter(int columns) {
      mean = new double[columns];
      squares = new double[columns];
    }

    void add(double[] row) {
      rows++;
      for (int i = 0; i < row.length; i++) {
        double before = row[i] - mean[i];
        mean[i] += before / rows;
        squares[i] += before * (row[i] - mean[i]);
      }
    }

    long rows() {
      return rows;
    }

    StandardScaler fit() {
      Double[] deviations = new Double[mean.length];
      for (int i = 0; i < mean.length; i++) {
        double deviation = Math.sqrt(squares[i] / rows);
        deviations[i] = deviation > 0 ? deviation : 1.0;
      }
      return new StandardScaler(Arrays.stream(mean).boxed().toList(), Arrays.asList(deviations));
    }
  }
}
