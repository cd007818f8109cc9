package dev.segue.evaluate;

import dev.segue.query.RequestException;

/**
 * Which questions are asked.
 *
 * @param queries how many, of each kind where there are several, 1 to {@value #MOST_QUERIES}; fewer
 *     where an index has no more
 * @param seed of the random choice: another number, other questions
 */
public record Sample(int queries, long seed) {
  /** The most questions. */
  public static final int MOST_QUERIES = 100_000;

  /**
   * Checks the count.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public Sample {
    RequestException.checkCount("queries", queries, 1, MOST_QUERIES);
  }
}
