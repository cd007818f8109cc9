package dev.segue.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often each of some items was in an answer. Confidence intervals are those of the jackknife
 * (Tukey 1958; Efron & Stein 1981, "The jackknife estimate of variance"): every answer is left out
 * once. O(items) memory, O(length) an answer.
 */
final class Occurrences {
  private final int items;
  private final int[] counts;
  private final List<int[]> answers = new ArrayList<>();

  /**
   * Begins to count.
   *
   * @param items how many could be answered
   * @param ordinals every item is a number below this
   */
  Occurrences(int items, int ordinals) {
    this.items = items;
    counts = new int[ordinals];
  }

  /** Counts one answer, in which no item is twice. */
  void add(int[] answer) {
    answers.add(answer);
    for (int item : answer) {
      counts[item]++;
    }
  }

  /** The share of the items that were in an answer, [0, 1]. */
  Estimate coverage() {
    return jackknife(sums -> (double) sums.distinct / items);
  }

  /**
   * Hubness: the skewness of the counts, {@code E[(N − μ)³] / σ³} over all items (Radovanović,
   * Nanopoulos & Ivanović 2010, "Hubs in space", section 2.2). 0 where every item is answered as
   * often; the larger, the more some are answered to everything.
   */
  Estimate hubness() {
    return jackknife(
        sums -> {
          double mean = sums.first / items;
          double variance = sums.second / items - mean * mean;
          double third =
              sums.third / items - 3 * mean * sums.second / items + 2 * Math.pow(mean, 3);
          return variance <= 0 ? 0 : third / Math.pow(variance, 1.5);
        });
  }

  private Estimate jackknife(ToDoubleFunction<Sums> statistic) {
    Sums all = new Sums();
    for (int count : counts) {
      all.put(count, 1);
    }
    double[] without = new double[answers.size()];
    for (int i = 0; i < without.length; i++) {
      for (int item : answers.get(i)) {
        all.put(counts[item], -1);
        all.put(counts[item] - 1, 1);
      }
      without[i] = statistic.applyAsDouble(all);
      for (int item : answers.get(i)) {
        all.put(counts[item] - 1, -1);
        all.put(counts[item], 1);
      }
    }
    return Estimate.jackknife(statistic.applyAsDouble(all), without);
  }

  /** Sums over the items of their counts, the squares and the cubes. */
  private static final class Sums {
    private double first;
    private double second;
    private double third;
    private int distinct;

    void put(long count, int times) {
      first += times * count;
      second += times * count * count;
      third += times * count * count * count;
      distinct += count > 0 ? times : 0;
    }
  }
}
