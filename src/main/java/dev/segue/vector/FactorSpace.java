package dev.segue.vector;

/**
 * A space of factors, in which the inner product of a listener and a track says how much they like
 * it.
 *
 * @param name in URLs and commands
 * @param dimension d, how many factors there are
 */
public record FactorSpace(String name, int dimension) implements VectorSpace {
  /** Checks the dimension. */
  public FactorSpace {
    if (dimension < 1) {
      throw new IllegalArgumentException(
          "%s has %d dimensions, must have at least 1".formatted(name, dimension));
    }
  }

  @Override
  public Metric metric() {
    return Metric.INNER_PRODUCT;
  }
}
