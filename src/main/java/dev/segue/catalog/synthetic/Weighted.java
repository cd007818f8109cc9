package dev.segue.catalog.synthetic;

import java.util.Arrays;
import java.util.List;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {
  private final List<T> things;

  /** Running sums of the weights. */
  private final int[] bounds;

  private Weighted(List<T> things, int[] bounds) {
    this.things = List.copyOf(things);
    this.bounds = bounds;
  }

  /** Pairs each thing with its weight, a positive whole number. */
  static <T> Weighted<T> of(List<T> things, List<Integer> weights) {
    int[] bounds = weights.stream().mapToInt(Integer::intValue).toArray();
    Arrays.parallelPrefix(bounds, Integer::sum);
    return new Weighted<>(things, bounds);
  }

  /** In O(log n): the first thing whose bound lies above a number below the last bound. */
  T draw(Dice dice) {
    int drawn = dice.below(bounds[bounds.length - 1]);
    int found = Arrays.binarySearch(bounds, drawn);
    return things.get(found >= 0 ? found + 1 : -found - 1);
  }

  List<T> things() {
    return things;
  }
}
