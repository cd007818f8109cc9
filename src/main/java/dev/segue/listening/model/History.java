package dev.segue.listening.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one listener has listened to.
 *
 * @param items their numbers, each once
 * @param weights how much each counts, as many as there are items
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record History(int[] items, float[] weights) {
  /** Checks that there is a weight for each item. */
  public History {
    if (items.length != weights.length) {
      throw new IllegalArgumentException(
          "%d items with %d weights".formatted(items.length, weights.length));
    }
  }

  /** Items that all count as much. */
  public static History of(int... items) {
    float[] weights = new float[items.length];
    Arrays.fill(weights, 1);
    return new History(items, weights);
  }

  /** Without items from some number on. */
  History below(int limit) {
    int[] kept = IntStream.range(0, items.length).filter(i -> items[i] < limit).toArray();
    if (kept.length == items.length) {
      return this;
    }
    float[] weightsKept = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      weightsKept[i] = weights[kept[i]];
    }
    return new History(Arrays.stream(kept).map(i -> items[i]).toArray(), weightsKept);
  }
}
