package dev.segue.listening.model;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/** The largest of many values. */
public final class Largest {
  private Largest() {}

  /**
   * The places of the k largest values above negative infinity, largest first; of equal ones the
   * first. O(size · log k).
   *
   * @param k at least 1
   * @param value the same each time for a place from 0 to size − 1
   * @return fewer than k where there are no more
   */
  public static int[] of(int size, int k, IntToDoubleFunction value) {
    PriorityQueue<Integer> largest =
        new PriorityQueue<>(
            Comparator.<Integer>comparingDouble(value::applyAsDouble)
                .thenComparing(Comparator.reverseOrder()));
    double least = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < size; place++) {
      if (value.applyAsDouble(place) > least) {
        if (largest.size() == k) {
          largest.poll();
        }
        largest.add(place);
        if (largest.size() == k) {
          least = value.applyAsDouble(largest.peek());
        }
      }
    }
    int[] places = new int[largest.size()];
    for (int rank = places.length - 1; rank >= 0; rank--) {
      places[rank] = largest.poll();
    }
    return places;
  }
}
