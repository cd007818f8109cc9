package dev.segue.vector;

import java.util.Arrays;

/** Ordinary loops, for a JVM without the Vector API. */
final class PlainScan implements Scan {
  @Override
  public void sums(Memory memory, long block, float[] query, boolean squared, float[] sums) {
    float[] column = new float[LANES];
    Arrays.fill(sums, 0);
    for (int j = 0; j < query.length; j++) {
      memory.read(block + (long) j * COLUMN, column, LANES);
      for (int i = 0; i < LANES; i++) {
        float difference = column[i] - query[j];
        sums[i] += squared ? difference * difference : Math.abs(difference);
      }
    }
  }

  @Override
  public void sums(
      Memory memory, int[] points, int count, float[] query, boolean squared, float[] sums) {
    float[] row = new float[query.length];
    for (int i = 0; i < count; i++) {
      memory.read((long) points[i] * query.length * Float.BYTES, row, row.length);
      sums[i] = 0;
      for (int j = 0; j < row.length; j++) {
        float difference = row[j] - query[j];
        sums[i] += squared ? difference * difference : Math.abs(difference);
      }
    }
  }

  @Override
  public void bounds(Memory memory, long block, float[] query, boolean squared, float[] bounds) {
    float[] low = new float[LANES];
    float[] high = new float[LANES];
    Arrays.fill(bounds, 0);
    for (int j = 0; j < query.length; j++) {
      memory.read(block + 2L * j * COLUMN, low, LANES);
      memory.read(block + (2L * j + 1) * COLUMN, high, LANES);
      for (int i = 0; i < LANES; i++) {
        float difference = Math.max(low[i], Math.min(query[j], high[i])) - query[j];
        bounds[i] += squared ? difference * difference : Math.abs(difference);
      }
    }
  }

  @Override
  public long atMost(float[] sums, float limit, int count) {
    long small = 0;
    for (int i = 0; i < count; i++) {
      if (sums[i] <= limit) {
        small |= 1L << i;
      }
    }
    return small;
  }
}
