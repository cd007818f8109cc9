package dev.segue.vector;

import java.util.Optional;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * The directions in which vectors vary most (Hotelling 1933, "Analysis of a complex of statistical
 * variables into principal components"): eigenvectors of their covariance, of unit length and at
 * right angles, the strongest first. Turning vectors so that these become the axes leaves their
 * distances as they are, and makes boxes around neighbours tighter.
 */
final class PrincipalAxes {
  /**
   * How far from a right angle, or from unit length, axes may be: less than single precision sees.
   */
  private static final double TOLERANCE = 1e-10;

  private final double[][] axes;

  /**
   * Axes that were found earlier.
   *
   * @param axes {@code double[d][d]}
   */
  PrincipalAxes(double[][] axes) {
    this.axes = axes;
  }

  /**
   * Finds the axes. O(n·d² + d³).
   *
   * @param rows {@code float[n·d]}, row by row, n at least 1
   * @return empty where the vectors hardly vary, so that no axes can be told from rounding
   */
  static Optional<PrincipalAxes> of(float[] rows, int dimension) {
    EigenDecompositionSymmetric eigen;
    try {
      eigen =
          new EigenDecompositionSymmetric(
              MatrixUtils.createRealMatrix(covariance(rows, dimension)));
    } catch (MathIllegalStateException e) {
      return Optional.empty(); // it did not converge
    }
    double[][] axes = new double[dimension][];
    for (int axis = 0; axis < dimension; axis++) {
      axes[axis] = eigen.getEigenvector(axis).toArray();
    }
    return orthonormal(axes) ? Optional.of(new PrincipalAxes(axes)) : Optional.empty();
  }

  /** {@code double[d][d]}, not copied. */
  double[][] axes() {
    return axes;
  }

  /** The {@code float[d]} coordinates of a vector along the axes. */
  float[] turn(float[] vector) {
    float[] turned = new float[axes.length];
    for (int axis = 0; axis < axes.length; axis++) {
      double sum = 0;
      for (int j = 0; j < vector.length; j++) {
        sum += axes[axis][j] * vector[j];
      }
      turned[axis] = (float) sum;
    }
    return turned;
  }

  private static boolean orthonormal(double[][] axes) {
    for (int a = 0; a < axes.length; a++) {
      for (int b = 0; b <= a; b++) {
        double product = 0;
        for (int j = 0; j < axes.length; j++) {
          product += axes[a][j] * axes[b][j];
        }
        if (!(Math.abs(product - (a == b ? 1 : 0)) <= TOLERANCE)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double[][] covariance(float[] rows, int dimension) {
    int size = rows.length / dimension;
    double[] mean = new double[dimension];
    double[][] covariance = new double[dimension][dimension];
    for (int i = 0; i < rows.length; i++) {
      mean[i % dimension] += (double) rows[i] / size;
    }
    double[] row = new double[dimension];
    for (int i = 0; i < rows.length; i += dimension) {
      for (int j = 0; j < dimension; j++) {
        row[j] = rows[i + j] - mean[j];
      }
      for (int j = 0; j < dimension; j++) {
        for (int l = 0; l <= j; l++) {
          covariance[j][l] += row[j] * row[l] / size;
        }
      }
    }
    for (int j = 0; j < dimension; j++) {
      for (int l = 0; l < j; l++) {
        covariance[l][j] = covariance[j][l];
      }
    }
    return covariance;
  }
}
