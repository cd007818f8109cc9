package dev.segue.listening.model;

import java.util.function.DoubleUnaryOperator;

/** How much an interaction counts, by how often it was. */
enum Weighting implements DoubleUnaryOperator {
  /** Once is as good as often. */
  BINARY {
    @Override
    public double applyAsDouble(double count) {
      return count > 0 ? 1 : 0;
    }
  },
  /** {@code ln(1 + count)}: tenfold is a step. */
  LOG {
    @Override
    public double applyAsDouble(double count) {
      return count > 0 ? Math.log1p(count) : 0;
    }
  },
  /** As it is. */
  COUNT {
    @Override
    public double applyAsDouble(double count) {
      return Math.max(0, count);
    }
  }
}
