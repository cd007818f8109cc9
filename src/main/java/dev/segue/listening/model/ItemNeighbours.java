package dev.segue.listening.model;

/**
 * Items that the same users listen to: {@link ItemWeights} whose weights are likenesses of columns
 * x, y of the users × items matrix, of each item the k largest (Sarwar, Karypis, Konstan & Riedl
 * 2001, "Item-based collaborative filtering recommendation algorithms"; Deshpande & Karypis 2004,
 * "Item-based top-N recommendation algorithms", section 4.1). Only items that some user has both of
 * are compared. O(Σ n²) over users with n items.
 */
final class ItemNeighbours {
  private ItemNeighbours() {}

  /** How alike two items are, by what their columns have in common. */
  enum Likeness {
    /** {@code x · y / (|x| |y| + s)} for a shrinkage s. */
    COSINE {
      @Override
      double of(double common, double x, double y, double shrinkage) {
        return common / (Math.sqrt(x * y) + shrinkage);
      }
    },
    /** {@code 1 / (1 + d + s)} for the euclidean distance d of x and y. */
    EUCLIDEAN {
      @Override
      double of(double common, double x, double y, double shrinkage) {
        return 1 / (1 + Math.sqrt(Math.max(0, x + y - 2 * common)) + shrinkage);
      }
    },
    /** {@code 1 / (1 + d + s)} for the sum d of absolute differences. */
    MANHATTAN {
      @Override
      double of(double common, double x, double y, double shrinkage) {
        return 1 / (1 + Math.max(0, x + y - 2 * common) + shrinkage);
      }
    };

    /**
     * The likeness of two columns.
     *
     * @param common Σ x·y, for Manhattan Σ min(x, y)
     * @param x Σ x², for Manhattan Σ x
     * @param y likewise
     */
    abstract double of(double common, double x, double y, double shrinkage);

    private double own(double value) {
      return this == MANHATTAN ? value : value * value;
    }

    private double common(double one, double other) {
      return this == MANHATTAN ? Math.min(one, other) : one * other;
    }
  }

  /** The likenesses, and a column of them for each thread. */
  static MemoryNeed need(Shape data, int k) {
    long columns = (1 + Parallel.threads()) * data.items() * Double.BYTES;
    return new MemoryNeed(
        SparseMatrix.memoryBytes(data, columns + ItemWeights.memoryBytes(data.items(), k)),
        data.records());
  }

  static ItemWeights train(
      SparseMatrix users, int k, Likeness likeness, double shrinkage, Training training) {
    SparseMatrix items = users.transposed();
    double[] own = new double[items.rows()];
    for (int item = 0; item < own.length; item++) {
      for (int entry = items.start(item); entry < items.start(item + 1); entry++) {
        own[item] += likeness.own(items.value(entry));
      }
    }
    return ItemWeights.collect(
        items.rows(),
        k,
        (item, row) -> {
          double[] common = new double[row.length];
          for (int entry = items.start(item); entry < items.start(item + 1); entry++) {
            int user = items.column(entry);
            for (int other = users.start(user); other < users.start(user + 1); other++) {
              common[users.column(other)] +=
                  likeness.common(items.value(entry), users.value(other));
            }
          }
          for (int j = 0; j < row.length; j++) {
            row[j] =
                j == item || common[j] == 0
                    ? 0
                    : (float) likeness.of(common[j], own[item], own[j], shrinkage);
          }
        },
        training);
  }
}
