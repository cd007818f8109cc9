package dev.segue.evaluate;

import java.util.Arrays;

/**
 * How long each of many questions took. Percentiles are exact, by nearest rank: the p-th is the
 * smallest sample that at least p % of the samples do not exceed.
 */
public final class Latencies {
  private long[] nanos = new long[1024];
  private int count;
  private boolean sorted;

  /** Adds a sample. */
  public void add(long sampleNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count] = sampleNanos;
    count++;
    sorted = false;
  }

  /** How many were added. */
  public int count() {
    return count;
  }

  /**
   * A percentile of what was added, in microseconds.
   *
   * @param percent from 1 to 100
   */
  public double percentileMicros(int percent) {
    if (!sorted) {
      Arrays.sort(nanos, 0, count);
      sorted = true;
    }
    int rank = Math.toIntExact(Math.ceilDiv((long) percent * count, 100));
    return nanos[rank - 1] / 1e3;
  }
}
