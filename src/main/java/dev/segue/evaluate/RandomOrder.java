package dev.segue.evaluate;

import java.util.Random;
import java.util.stream.IntStream;

/** Every number below a size once, in random order (Fisher & Yates). */
final class RandomOrder {
  private RandomOrder() {}

  static int[] of(int size, Random random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
