package dev.segue.listening.model;

import dev.segue.listening.ListeningException;

/**
 * Embarrassingly shallow autoencoders: {@link ItemWeights} that predict each item from all others
 * by least squares. With the users × items matrix X, G = XᵀX and P = (G + Λ)⁻¹,
 *
 * <p>{@code W(i, j) = −P(i, j) / P(j, j)} for i ≠ j, and 0 for i = j.
 *
 * <p>EASE has Λ = λI (Steck 2019, "Embarrassingly shallow autoencoders for sparse data", equation
 * 8). EDLAE drops a share p of the items at random while it learns to predict them, which has the
 * closed form Λ = λI + p / (1 − p) · diag(G) (Steck 2020, "Autoencoders that don't overfit towards
 * the identity", equation 9). Ours beside that: each weight is divided by the popularity of the
 * item it speaks for, to a power, {@code W(i, j) · G(j, j)^−β}, as Paudel et al. do with random
 * walks (2017, "Updatable, accurate, diverse, and scalable recommendations for interactive
 * applications", section 3.3).
 *
 * <p>Where there are fewer users than items, P comes from a matrix of users × users (Woodbury):
 * {@code P = Λ⁻¹ − Λ⁻¹Xᵀ (XΛ⁻¹Xᵀ + I)⁻¹ XΛ⁻¹}. O(n³) time for n = min(users, items), and {@link
 * #need} bytes. That is minutes for tens of thousands, and one step: so it cannot go on where it
 * was ended.
 */
final class Ease {
  private final SparseMatrix users;
  private final SparseMatrix items;

  /** Λ. */
  private final double[] ridge;

  private Ease(SparseMatrix users, double lambda, double dropout) {
    this.users = users;
    items = users.transposed();
    ridge = items.squaredNorms();
    for (int j = 0; j < ridge.length; j++) {
      ridge[j] = lambda + dropout / (1 - dropout) * ridge[j];
    }
  }

  /** What is set. */
  record Settings(double lambda, double dropout, double popularityDiscount, int kept) {}

  /**
   * Trains.
   *
   * @param users a row a user, a column an item
   * @throws ListeningException when lambda is too little
   */
  static ItemWeights train(SparseMatrix users, Settings settings, Training training)
      throws ListeningException {
    Ease ease = new Ease(users, settings.lambda(), settings.dropout());
    double[] discounts = ease.items.squaredNorms();
    for (int j = 0; j < discounts.length; j++) {
      discounts[j] = Math.pow(Math.max(1, discounts[j]), -settings.popularityDiscount());
    }
    training.progress().begin("Inverting", -1, "");
    Inverse inverse;
    try {
      inverse = users.rows() < users.columns() ? ease.byUsers() : ease.byItems();
    } catch (ArithmeticException e) {
      throw new ListeningException(
          "lambda is %s, too little for these data: their matrix has no inverse."
              .formatted(settings.lambda()));
    } finally {
      training.progress().end();
    }
    return ItemWeights.collect(
        users.columns(),
        settings.kept(),
        (item, row) -> {
          inverse.row(item, row);
          for (int j = 0; j < row.length; j++) {
            row[j] = j == item ? 0 : (float) (-row[j] / inverse.diagonal(j) * discounts[j]);
          }
        },
        training);
  }

  /** P, and what inverting it needs, or then weighing items by it, whichever is more. */
  static MemoryNeed need(Shape data, int kept) {
    long n = Math.min(data.users(), data.items());
    long weighing =
        ItemWeights.memoryBytes(data.items(), kept) + Parallel.threads() * n * Double.BYTES;
    long beside =
        n * n * Double.BYTES
            + 4 * data.items() * Double.BYTES
            + Math.max(SymmetricInverse.memoryBytes(n), weighing);
    return new MemoryNeed(SparseMatrix.memoryBytes(data, beside), n * n);
  }

  /** P. */
  private interface Inverse {
    void row(int item, float[] row);

    double diagonal(int item);
  }

  private Inverse byItems() {
    int n = items.rows();
    double[] inverse = new double[n * n];
    Parallel.forEach(
        n,
        i -> {
          for (int entry = items.start(i); entry < items.start(i + 1); entry++) {
            int user = items.column(entry);
            for (int other = users.start(user); other < users.start(user + 1); other++) {
              inverse[i * n + users.column(other)] +=
                  (double) items.value(entry) * users.value(other);
            }
          }
          inverse[i * n + i] += ridge[i];
        });
    SymmetricInverse.invert(inverse, n);
    return new Inverse() {
      @Override
      public void row(int item, float[] row) {
        for (int j = 0; j < n; j++) {
          row[j] = (float) inverse[item * n + j];
        }
      }

      @Override
      public double diagonal(int item) {
        return inverse[item * n + item];
      }
    };
  }

  private Inverse byUsers() {
    int n = users.rows();
    double[] inverse = new double[n * n];
    Parallel.forEach(
        n,
        u -> {
          for (int entry = users.start(u); entry < users.start(u + 1); entry++) {
            int item = users.column(entry);
            for (int other = items.start(item); other < items.start(item + 1); other++) {
              inverse[u * n + items.column(other)] +=
                  (double) users.value(entry) * items.value(other) / ridge[item];
            }
          }
          inverse[u * n + u] += 1;
        });
    SymmetricInverse.invert(inverse, n);
    double[] diagonal = new double[items.rows()];
    Parallel.forEach(
        diagonal.length,
        j -> {
          double sum = 0;
          for (int one = items.start(j); one < items.start(j + 1); one++) {
            for (int other = items.start(j); other < items.start(j + 1); other++) {
              sum +=
                  items.value(one)
                      * inverse[items.column(one) * n + items.column(other)]
                      * items.value(other);
            }
          }
          diagonal[j] = 1 / ridge[j] - sum / (ridge[j] * ridge[j]);
        });
    return new Inverse() {
      @Override
      public void row(int item, float[] row) {
        double[] byUser = new double[n];
        for (int entry = items.start(item); entry < items.start(item + 1); entry++) {
          int from = items.column(entry) * n;
          for (int u = 0; u < n; u++) {
            byUser[u] += items.value(entry) * inverse[from + u];
          }
        }
        for (int u = 0; u < n; u++) {
          for (int entry = users.start(u); entry < users.start(u + 1); entry++) {
            row[users.column(entry)] += (float) (byUser[u] * users.value(entry));
          }
        }
        for (int j = 0; j < row.length; j++) {
          row[j] = (float) (-row[j] / (ridge[item] * ridge[j]));
        }
        row[item] += (float) (1 / ridge[item]);
      }

      @Override
      public double diagonal(int item) {
        return diagonal[item];
      }
    };
  }
}
