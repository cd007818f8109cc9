package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricInverseTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @BeforeEach
  void printSeed() {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void inversesAreInverses(boolean natively) {
    int n = 70;
    double[][] a = new double[n][n];
    for (double[] row : a) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multInner(new DMatrixRMaj(a), matrix);
    for (int i = 0; i < n; i++) {
      matrix.add(i, i, 1);
    }
    double[] inverse = matrix.data.clone();
    SymmetricInverse.invert(inverse, n, natively);
    DMatrixRMaj product = new DMatrixRMaj(n, n);
    CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(n, n, inverse), product);
    assertThat(product.data)
        .as("seed %d", seed)
        .containsExactly(CommonOps_DDRM.identity(n).data, within(1e-8));
    assertThatThrownBy(() -> SymmetricInverse.invert(new double[n * n], n, natively))
        .isInstanceOf(ArithmeticException.class);
  }
}
