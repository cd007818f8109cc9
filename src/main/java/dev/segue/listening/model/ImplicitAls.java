package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Implicit alternating least squares with frequency-scaled regularisation (Rendle, Krichene, Zhang
 * & Koren 2021, "Revisiting the performance of iALS on item recommendation benchmarks", equations 2
 * to 5, after Hu, Koren & Volinsky 2008). With a vector w of each user and h of each item, the loss
 * is
 *
 * <p>{@code Σ v (⟨w, h⟩ − 1)² + α₀ ΣΣ ⟨w, h⟩² + λ Σ (n + α₀ m)^ν |·|²}
 *
 * <p>where the first sum goes over interactions of weight v, the second over all pairs, the third
 * over all users and items, n of which the interactions are counted and m is how many items, or
 * users, have any. Each epoch solves for all users, then for all items: O((users + items) · d³ +
 * interactions · d²). The vectors begin at random, N(0, 0.1 / √d).
 */
final class ImplicitAls {
  private static final double INITIAL_DEVIATION = .1;

  private final Settings settings;

  private ImplicitAls(Settings settings) {
    this.settings = settings;
  }

  /**
   * What is set.
   *
   * @param factors d
   * @param lambda λ
   * @param unobservedWeight α₀
   * @param regularizationExponent ν: 1 scales by frequency, 0 not at all
   */
  record Settings(
      int factors,
      int epochs,
      double lambda,
      double unobservedWeight,
      double regularizationExponent) {}

  /**
   * Trains.
   *
   * @param users a row a user, a column an item
   * @throws ListeningException when it would take more memory than it may
   */
  static FactorModel train(SparseMatrix users, Settings settings, Training training)
      throws ListeningException {
    int d = settings.factors();
    long needed = (long) (users.rows() + users.columns()) * d * Float.BYTES;
    if (needed > training.memoryBytes() / 2) {
      throw new ListeningException(
          ("%d factors of %,d users and %,d items need %,.1f GB, half of the %,.1f GB that there"
                  + " are is allowed. Take fewer factors.")
              .formatted(
                  d, users.rows(), users.columns(), needed / 1e9, training.memoryBytes() / 1e9));
    }
    ImplicitAls als = new ImplicitAls(settings);
    SparseMatrix items = users.transposed();
    Random random = training.random();
    float[][] ofUsers = new float[users.rows()][d];
    float[][] ofItems = new float[items.rows()][d];
    for (int item = 0; item < ofItems.length; item++) {
      for (int f = 0; f < d && items.length(item) > 0; f++) {
        ofItems[item][f] = (float) (INITIAL_DEVIATION / Math.sqrt(d) * random.nextGaussian());
      }
    }
    training.progress().begin("Alternating", settings.epochs(), "epochs");
    try {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        als.solve(users, ofItems, items.nonEmpty(), ofUsers);
        als.solve(items, ofUsers, users.nonEmpty(), ofItems);
        training.progress().advance(1);
      }
    } finally {
      training.progress().end();
    }
    Side known = als.new Side(ofItems, items.nonEmpty());
    return new FactorModel(ofItems, known::solve);
  }

  private void solve(SparseMatrix rows, float[][] known, int nonEmpty, float[][] wanted) {
    Side side = new Side(known, nonEmpty);
    Parallel.forEach(
        rows.rows(),
        row -> {
          double[] solved = side.solve(rows.row(row));
          for (int f = 0; f < solved.length; f++) {
            wanted[row][f] = (float) solved[f];
          }
        });
  }

  /** Those vectors that are known while the others are solved for. */
  private final class Side {
    private final float[][] known;

    /** How many of them have entries. */
    private final int nonEmpty;

    /** {@code α₀ Σ h hᵀ}, only its lower half. */
    private final double[] gramian;

    Side(float[][] known, int nonEmpty) {
      this.known = known;
      this.nonEmpty = nonEmpty;
      int d = settings.factors();
      gramian = new double[d * d];
      // By row of the matrix, so that sums do not depend on how threads share the work.
      Parallel.forEach(
          d,
          f -> {
            for (float[] vector : known) {
              double scaled = settings.unobservedWeight() * vector[f];
              for (int g = 0; g <= f; g++) {
                gramian[f * d + g] += scaled * vector[g];
              }
            }
          });
    }

    /** {@code (α₀ Σ h hᵀ + Σ v h hᵀ + λ (n + α₀ m)^ν I)⁻¹ Σ v h}; 0 where there are no entries. */
    double[] solve(History entries) {
      int d = settings.factors();
      double[] left = gramian.clone();
      double[] right = new double[d];
      for (int i = 0; i < entries.items().length; i++) {
        float[] vector = known[entries.items()[i]];
        for (int f = 0; f < d; f++) {
          double scaled = entries.weights()[i] * vector[f];
          right[f] += scaled;
          for (int g = 0; g <= f; g++) {
            left[f * d + g] += scaled * vector[g];
          }
        }
      }
      double frequency = entries.items().length + settings.unobservedWeight() * nonEmpty;
      double ridge = settings.lambda() * Math.pow(frequency, settings.regularizationExponent());
      for (int f = 0; f < d; f++) {
        left[f * d + f] += ridge;
        for (int g = 0; g < f; g++) {
          left[g * d + f] = left[f * d + g];
        }
      }
      DMatrixRMaj solution = new DMatrixRMaj(d, 1);
      LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(d);
      if (!solver.setA(DMatrixRMaj.wrap(d, d, left))) {
        return new double[d]; // where all vectors are 0 or next to it, and nothing regularises
      }
      solver.solve(DMatrixRMaj.wrap(d, 1, right), solution);
      return solution.data;
    }
  }
}
