package dev.segue.vector;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The points that may be among the k nearest, by their sums in single precision, until they are
 * measured. A heap of the k smallest sums, the largest on top, says what still may.
 */
final class Candidates {
  private final int k;
  private final SumLimits limits;
  private float limit;

  private float[] smallest;
  private int smallestCount;

  private int[] points = new int[128];
  private float[] sums = new float[128];
  private int size;

  Candidates(int k, SumLimits limits, double maxDistance) {
    this.k = k;
    this.limits = limits;
    smallest = new float[Math.min(k, 128)];
    limit = limits.ofDistance(maxDistance);
  }

  /** The largest sum that still may be among the k smallest. */
  float limit() {
    return limit;
  }

  /** Takes a point with a sum within the limit. */
  void add(int point, float sum) {
    if (size == points.length) {
      points = Arrays.copyOf(points, 2 * size);
      sums = Arrays.copyOf(sums, 2 * size);
    }
    points[size] = point;
    sums[size++] = sum;
    if (smallestCount < k) {
      rise(sum);
    } else if (sum < smallest[0]) {
      sink(sum);
    } else {
      return;
    }
    if (smallestCount == k) {
      limit = Math.min(limit, limits.ofSum(smallest[0]));
    }
  }

  /** Every point that still may be among the nearest. */
  void forEach(IntConsumer consumer) {
    for (int i = 0; i < size; i++) {
      if (sums[i] <= limit) {
        consumer.accept(points[i]);
      }
    }
  }

  private void rise(float sum) {
    if (smallestCount == smallest.length) {
      smallest = Arrays.copyOf(smallest, Math.min(k, 2 * smallestCount));
    }
    int place = smallestCount++;
    while (place > 0 && smallest[(place - 1) / 2] < sum) {
      smallest[place] = smallest[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    smallest[place] = sum;
  }

  /** Replaces the top. */
  private void sink(float sum) {
    int place = 0;
    for (int child = 1; child < smallestCount; child = 2 * place + 1) {
      if (child + 1 < smallestCount && smallest[child + 1] > smallest[child]) {
        child++;
      }
      if (smallest[child] <= sum) {
        break;
      }
      smallest[place] = smallest[child];
      place = child;
    }
    smallest[place] = sum;
  }
}
