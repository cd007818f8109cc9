package dev.segue.listening.model;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The largest of many values. */
public final class Largest {
  private Largest() {}

  /**
   * The places of the k largest values above negative infinity, largest first; of equal ones the
   * first. O(size + k · log k · log(size / k)) on random values.
   *
   * @param k at least 1
   * @param value of a place from 0 to size − 1, compared as a float
   * @return fewer than k where there are no more
   */
  public static int[] of(int size, int k, IntToDoubleFunction value) {
    long[] keys = new long[(int) Math.min(2L * k, size)];
    int kept = 0;
    float least = Float.NEGATIVE_INFINITY;
    for (int place = 0; place < size; place++) {
      float next = (float) value.applyAsDouble(place);
      if (next > least) {
        keys[kept++] = key(next, place);
        if (kept == 2L * k) {
          Arrays.sort(keys);
          kept = k;
          least = (float) value.applyAsDouble((int) keys[k - 1]);
        }
      }
    }
    Arrays.sort(keys, 0, kept);
    return Arrays.stream(keys, 0, Math.min(k, kept)).mapToInt(key -> (int) key).toArray();
  }

  /** Ascends as values descend, and of equal ones with the place. */
  private static long key(float value, int place) {
    int bits = Float.floatToIntBits(value + 0f); // −0 is 0
    int ascending = bits ^ (bits >> 31 & Integer.MAX_VALUE);
    return (long) ~ascending << 32 | place;
  }
}
