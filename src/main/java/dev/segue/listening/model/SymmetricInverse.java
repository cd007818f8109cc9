package dev.segue.listening.model;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky decomposition: OpenBLAS
 * where it has been built for this machine, on all cores, else EJML.
 */
final class SymmetricInverse {
  private static final boolean NATIVE = isNative();

  private SymmetricInverse() {}

  /** How many bytes an inversion takes beside the matrix. */
  static long memoryBytes(long n) {
    return memoryBytes(n, NATIVE);
  }

  /** OpenBLAS is handed a copy; EJML makes one, has a result, and turns both into blocks. */
  static long memoryBytes(long n, boolean natively) {
    return (natively ? 1 : 4) * n * n * Double.BYTES;
  }

  /**
   * Replaces a matrix by its inverse.
   *
   * @param matrix {@code double[n · n]}
   * @throws ArithmeticException when it is not positive definite
   */
  static void invert(double[] matrix, int n) {
    invert(matrix, n, NATIVE);
  }

  static void invert(double[] matrix, int n, boolean natively) {
    if (!natively) {
      DMatrixRMaj inverse = new DMatrixRMaj(n, n);
      if (!CommonOps_DDRM.invertSPD(DMatrixRMaj.wrap(n, n, matrix), inverse)) {
        throw notPositive();
      }
      System.arraycopy(inverse.data, 0, matrix, 0, matrix.length);
      return;
    }
    // Columns first: of a symmetric matrix nothing has to be turned.
    int fault = openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, (byte) 'L', n, matrix, n);
    if (fault == 0) {
      fault = openblas.LAPACKE_dpotri(openblas.LAPACK_COL_MAJOR, (byte) 'L', n, matrix, n);
    }
    if (fault != 0) {
      throw notPositive();
    }
    for (int column = 0; column < n; column++) {
      for (int row = column + 1; row < n; row++) {
        matrix[row * n + column] = matrix[column * n + row];
      }
    }
  }

  private static ArithmeticException notPositive() {
    return new ArithmeticException("the matrix is not positive definite");
  }

  private static boolean isNative() {
    try {
      Loader.load(openblas.class);
      return true;
    } catch (LinkageError e) {
      return false; // no library for this machine
    }
  }
}
