package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * Truncated singular value decomposition of the users × items matrix: items are columns of V, a
 * listener with history x is {@code xV}, and so scores are {@code xVVᵀ} (Cremonesi, Koren & Turrin
 * 2010, "Performance of recommender algorithms on top-N recommendation tasks", section 3.2). V is
 * found by randomised subspace iteration (Halko, Martinsson & Tropp 2011, "Finding structure with
 * randomness", algorithm 4.4). O(rounds · (interactions · f + items · f²)).
 */
final class PureSvd {
  /** How many vectors are iterated beside those that are wanted. */
  private static final int OVERSAMPLING = 10;

  private static final int ROUNDS = 10;

  /** What an eigendecomposition takes, in matrices of its size. */
  private static final int SMALL_MATRICES = 8;

  private PureSvd() {}

  /** Four tall matrices while a basis is made orthonormal, or three while it is multiplied. */
  static MemoryNeed need(Shape data, int factors) {
    long d = factors;
    long width = d + OVERSAMPLING;
    long tall = Math.max(4 * data.items(), 2 * data.items() + data.users()) * width * Double.BYTES;
    long small = SMALL_MATRICES * width * width * Double.BYTES;
    long vectors = data.items() * (MemoryNeed.ARRAY_BYTES + d * Float.BYTES + 2 * Double.BYTES);
    return new MemoryNeed(
        SparseMatrix.memoryBytes(data, tall + small + vectors),
        Math.max(data.users(), data.items()) * width);
  }

  /**
   * Trains.
   *
   * @param users a row a user, a column an item
   * @throws ListeningException when there are not as many factors as are wanted
   */
  static FactorModel train(SparseMatrix users, int factors, Training training)
      throws ListeningException {
    SparseMatrix items = users.transposed();
    int rank = Math.min(users.nonEmpty(), items.nonEmpty());
    if (factors > rank) {
      throw new ListeningException(
          "factors is %d, but %,d users and %,d items have %d at most."
              .formatted(factors, users.nonEmpty(), items.nonEmpty(), rank));
    }
    int width = Math.min(rank, factors + OVERSAMPLING);
    DMatrixRMaj basis = new DMatrixRMaj(items.rows(), width);
    Random random = training.random();
    Arrays.setAll(basis.data, i -> random.nextGaussian());
    training.progress().begin("Decomposing", ROUNDS, "rounds");
    try {
      for (int round = 0; round < ROUNDS; round++) {
        basis = orthonormal(times(items, times(users, basis)));
        training.progress().advance(1);
      }
    } finally {
      training.progress().end();
    }
    return model(rotated(basis, times(users, basis), factors));
  }

  /** The model of items with these vectors. */
  static FactorModel model(float[][] vectors) {
    return new FactorModel(vectors, new float[0], history -> new Sum(history, vectors));
  }

  /** The sum of the vectors of a history. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sum(History history, float[][] vectors) implements FactorModel.Listener {
    @Override
    public double[] vector() {
      double[] sum = new double[vectors[0].length];
      for (int i = 0; i < history.items().length; i++) {
        for (int f = 0; f < sum.length; f++) {
          sum[f] += history.weights()[i] * vectors[history.items()[i]][f];
        }
      }
      return sum;
    }

    @Override
    public double[] contributions(float[] item) {
      double[] contributions = new double[history.items().length];
      for (int i = 0; i < contributions.length; i++) {
        for (int f = 0; f < item.length; f++) {
          contributions[i] += history.weights()[i] * vectors[history.items()[i]][f] * item[f];
        }
      }
      return contributions;
    }
  }

  private static DMatrixRMaj times(SparseMatrix rows, DMatrixRMaj right) {
    int width = right.numCols;
    DMatrixRMaj product = new DMatrixRMaj(rows.rows(), width);
    Parallel.forEach(
        rows.rows(),
        row -> {
          for (int entry = rows.start(row); entry < rows.start(row + 1); entry++) {
            int from = rows.column(entry) * width;
            for (int f = 0; f < width; f++) {
              product.data[row * width + f] += rows.value(entry) * right.data[from + f];
            }
          }
        });
    return product;
  }

  private static DMatrixRMaj orthonormal(DMatrixRMaj matrix) {
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(matrix.numRows, matrix.numCols);
    qr.decompose(matrix);
    return qr.getQ(null, true);
  }

  /** The basis turned to the singular vectors, those of the largest values. */
  private static float[][] rotated(DMatrixRMaj basis, DMatrixRMaj projected, int factors) {
    int width = basis.numCols;
    DMatrixRMaj gramian = new DMatrixRMaj(width, width);
    CommonOps_DDRM.multInner(projected, gramian);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(width, true, true);
    eigen.decompose(gramian);
    int[] largest =
        IntStream.range(0, width)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i).getReal()))
            .limit(factors)
            .mapToInt(Integer::intValue)
            .toArray();
    float[][] vectors = new float[basis.numRows][factors];
    for (int f = 0; f < factors; f++) {
      DMatrixRMaj turned = new DMatrixRMaj(basis.numRows, 1);
      CommonOps_DDRM.mult(basis, eigen.getEigenVector(largest[f]), turned);
      for (int j = 0; j < vectors.length; j++) {
        vectors[j][f] = (float) turned.data[j];
      }
    }
    return vectors;
  }
}
