package dev.segue.evaluate.ranking;

import java.util.Arrays;

/**
 * How recommendations spread over the items that could be recommended.
 *
 * @param coverage the share of these items that was recommended to somebody, [0, 1]
 * @param gini the Gini coefficient of how often each was: 0 where all are as often, near 1 where
 *     one has it all; {@code Σ (2i − n − 1) xᵢ / (n Σ xᵢ)} over the counts in ascending order
 */
public record Spread(double coverage, double gini) {
  /**
   * Of one split.
   *
   * @param counts how often each item was recommended
   * @param items how many could be
   */
  static Spread of(int[] counts, int items) {
    int[] recommended = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < recommended.length; i++) {
      int place = items - recommended.length + i + 1; // after all that never were
      weighted += (2.0 * place - items - 1) * recommended[i];
      sum += recommended[i];
    }
    return new Spread((double) recommended.length / items, sum == 0 ? 0 : weighted / (items * sum));
  }

  static Spread mean(Spread... each) {
    return new Spread(
        Arrays.stream(each).mapToDouble(Spread::coverage).average().orElse(0),
        Arrays.stream(each).mapToDouble(Spread::gini).average().orElse(0));
  }
}
