package dev.segue.listening.rating;

import dev.segue.listening.Interactions;
import dev.segue.listening.model.Largest;
import dev.segue.listening.model.MemoryNeed;
import dev.segue.listening.model.Parallel;
import dev.segue.listening.model.Shape;
import dev.segue.listening.model.SparseMatrix;
import dev.segue.listening.model.Training;

/**
 * Nearest neighbours around a {@link Baseline}: of those users v who rated the item, the k most
 * similar to the user u,
 *
 * <p>{@code r(u, i) = b(u, i) + Σ s(u, v) · (r(v, i) − b(v, i)) / Σ s(u, v)},
 *
 * <p>or likewise of those items that the user rated (Koren 2010, "Factor in the neighbors", section
 * 2.2). Only similarities above 0 count. O(Σ n²) over items with n ratings to train; 4 bytes for
 * each pair of users.
 */
final class KnnBaseline implements RatingModel {
  private final SparseMatrix rows;
  private final SparseMatrix columns;
  private final Baseline baseline;
  private final Settings settings;
  private final float[][] similarities;

  /** How similar two users are in what both have rated, x and y, n times. */
  enum Similarity {
    /** {@code 1 / (1 + Σ (x − y)² / n)}, as Surprise has it. */
    MSD {
      @Override
      double of(double xx, double yy, double xy, int n, double shrinkage) {
        return 1 / (1 + (xx + yy - 2 * xy) / n);
      }
    },
    /** {@code Σ xy / √(Σ x² Σ y²)}. */
    COSINE {
      @Override
      double of(double xx, double yy, double xy, int n, double shrinkage) {
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
      }
    },
    /** The cosine of what is left of ratings after the baseline, shrunk by {@code n − 1 + s}. */
    PEARSON_BASELINE {
      @Override
      double of(double xx, double yy, double xy, int n, double shrinkage) {
        return xx == 0 || yy == 0 ? 0 : (n - 1) / (n - 1 + shrinkage) * xy / Math.sqrt(xx * yy);
      }
    };

    abstract double of(double xx, double yy, double xy, int n, double shrinkage);
  }

  /**
   * What is set.
   *
   * @param ofUsers whether neighbours are users; else they are items
   */
  record Settings(int k, Similarity similarity, boolean ofUsers, double shrinkage) {}

  KnnBaseline(Interactions ratings, Settings settings, Training training) {
    this.settings = settings;
    SparseMatrix byUser = SparseMatrix.of(ratings);
    SparseMatrix byItem = byUser.transposed();
    rows = settings.ofUsers() ? byUser : byItem;
    columns = settings.ofUsers() ? byItem : byUser;
    baseline = new Baseline(ratings, Baseline.Settings.USUAL);
    similarities = new float[rows.rows()][];
    training.progress().begin("Comparing", rows.rows(), settings.ofUsers() ? "users" : "items");
    try {
      Parallel.forEach(
          rows.rows(),
          row -> {
            similarities[row] = similarities(row);
            training.progress().advance(1);
          });
    } finally {
      training.progress().end();
    }
  }

  /** What training takes: the ratings by user and by item, and the similarity of each two. */
  static MemoryNeed need(Shape data, boolean ofUsers) {
    long n = ofUsers ? data.users() : data.items();
    long similarities = n * (n * Float.BYTES + MemoryNeed.ARRAY_BYTES);
    long sums = Parallel.threads() * n * (3 * Double.BYTES + Integer.BYTES);
    return new MemoryNeed(
        SparseMatrix.memoryBytes(data, Baseline.need(data).bytes() + similarities + sums), n);
  }

  private float[] similarities(int row) {
    double[] xx = new double[rows.rows()];
    double[] yy = new double[rows.rows()];
    double[] xy = new double[rows.rows()];
    int[] common = new int[rows.rows()];
    for (int entry = rows.start(row); entry < rows.start(row + 1); entry++) {
      int column = rows.column(entry);
      double x = compared(row, column, rows.value(entry));
      for (int other = columns.start(column); other < columns.start(column + 1); other++) {
        int with = columns.column(other);
        double y = compared(with, column, columns.value(other));
        xx[with] += x * x;
        yy[with] += y * y;
        xy[with] += x * y;
        common[with]++;
      }
    }
    float[] similar = new float[rows.rows()];
    for (int with = 0; with < similar.length; with++) {
      if (common[with] > 0) {
        similar[with] =
            (float)
                settings
                    .similarity()
                    .of(xx[with], yy[with], xy[with], common[with], settings.shrinkage());
      }
    }
    return similar;
  }

  private double compared(int row, int column, double rating) {
    return settings.similarity() == Similarity.PEARSON_BASELINE
        ? rating - baseline(row, column)
        : rating;
  }

  private double baseline(int row, int column) {
    return settings.ofUsers() ? baseline.predict(row, column) : baseline.predict(column, row);
  }

  @Override
  public double predict(int user, int item) {
    int row = settings.ofUsers() ? user : item;
    int column = settings.ofUsers() ? item : user;
    int from = columns.start(column);
    float[] similar = similarities[row];
    int[] nearest =
        Largest.of(
            columns.length(column),
            settings.k(),
            i -> {
              float similarity = similar[columns.column(from + i)];
              return similarity > 0 ? similarity : Double.NEGATIVE_INFINITY;
            });
    double sum = 0;
    double weights = 0;
    for (int i : nearest) {
      int neighbour = columns.column(from + i);
      sum += similar[neighbour] * (columns.value(from + i) - baseline(neighbour, column));
      weights += similar[neighbour];
    }
    return baseline(row, column) + (weights == 0 ? 0 : sum / weights);
  }
}
