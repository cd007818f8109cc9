package dev.segue.vector;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/**
 * A range of points, halved again and again until {@value Scan#LANES} are left: the binary tree
 * that a {@link NeighbourTree} is made of.
 *
 * <p>Cut across the axis of greatest variance, at the place nearest to the middle where whole nodes
 * stand on the left, moved to where the coordinate changes: a value that many points share is not
 * cut through, so the values of discrete columns come apart. At most two cuts on an axis can be
 * lopsided for one such value, which bounds the depth.
 *
 * @param from the first row, and in to the row after the last
 * @param low the least coordinates, {@code float[d]}
 * @param high the greatest coordinates, {@code float[d]}
 * @param left the half with the lesser coordinates, {@code null} of a leaf
 * @param right the other half
 */
@SuppressWarnings("ArrayRecordComponent") // only ever read by the writer, never compared
record Partition(int from, int to, float[] low, float[] high, Partition left, Partition right) {
  /** A range this large is worth a task of its own. */
  private static final int FORK = 1 << 14;

  /**
   * Halves all points; reorders rows, and their numbers with them.
   *
   * @param rows {@code float[n·d]}, row by row
   * @param points {@code int[n]}
   */
  static Partition of(float[] rows, int[] points, int dimension) {
    return ForkJoinPool.commonPool().invoke(new Halving(rows, points, dimension, 0, points.length));
  }

  int size() {
    return to - from;
  }

  boolean leaf() {
    return left == null;
  }

  /** How many points the children of a node of that size hold when they are full. */
  static int subtree(int size) {
    int full = Scan.LANES;
    while ((long) full * Scan.LANES < size) {
      full *= Scan.LANES;
    }
    return full;
  }

  private static final class Halving extends RecursiveTask<Partition> {
    private static final long serialVersionUID = 1;

    private final transient float[] rows;
    private final transient int[] points;
    private final int dimension;
    private final int from;
    private final int to;

    Halving(float[] rows, int[] points, int dimension, int from, int to) {
      this.rows = rows;
      this.points = points;
      this.dimension = dimension;
      this.from = from;
      this.to = to;
    }

    @Override
    protected Partition compute() {
      float[] low = new float[dimension];
      float[] high = new float[dimension];
      int axis = survey(low, high);
      if (to - from <= Scan.LANES) {
        return new Partition(from, to, low, high, null, null);
      }
      int middle = low[axis] < high[axis] ? cut(axis) : from + middle();
      Halving left = new Halving(rows, points, dimension, from, middle);
      Halving right = new Halving(rows, points, dimension, middle, to);
      if (to - from < FORK) {
        return new Partition(from, to, low, high, left.compute(), right.compute());
      }
      right.fork();
      Partition lesser = left.compute();
      return new Partition(from, to, low, high, lesser, right.join());
    }

    /** Finds the box of the range, and the axis on which it varies most. */
    private int survey(float[] low, float[] high) {
      double[] sum = new double[dimension];
      double[] squares = new double[dimension];
      Arrays.fill(low, Float.POSITIVE_INFINITY);
      Arrays.fill(high, Float.NEGATIVE_INFINITY);
      for (int row = from; row < to; row++) {
        for (int j = 0; j < dimension; j++) {
          float value = rows[row * dimension + j];
          low[j] = Math.min(low[j], value);
          high[j] = Math.max(high[j], value);
          sum[j] += value;
          squares[j] += (double) value * value;
        }
      }
      int widest = 0;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < dimension; j++) {
        double variance = squares[j] - sum[j] * sum[j] / (to - from);
        if (low[j] < high[j] && variance > greatest) {
          widest = j;
          greatest = variance;
        }
      }
      return widest;
    }

    /** How many points belong on the left, so that the nodes there are full. */
    private int middle() {
      int full = subtree(to - from);
      int nodes = Math.ceilDiv(to - from, full);
      return nodes / 2 * full;
    }

    /** Brings the lesser coordinates to the left, and says where the right begins. */
    private int cut(int axis) {
      float[] sorted = new float[to - from];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = rows[(from + i) * dimension + axis];
      }
      Arrays.sort(sorted);
      int middle = middle();
      int below = middle;
      while (below > 0 && sorted[below - 1] == sorted[middle]) {
        below--;
      }
      int above = middle;
      while (above < sorted.length && sorted[above] == sorted[middle]) {
        above++;
      }
      boolean backwards = below > 0 && (above == sorted.length || middle - below <= above - middle);
      int count = backwards ? below : above;
      split(axis, sorted[count]);
      return from + count;
    }

    private void split(int axis, float least) {
      int left = from;
      int right = to - 1;
      while (left <= right) {
        if (rows[left * dimension + axis] < least) {
          left++;
        } else {
          swap(left, right--);
        }
      }
    }

    private void swap(int a, int b) {
      int point = points[a];
      points[a] = points[b];
      points[b] = point;
      for (int j = 0; j < dimension; j++) {
        float value = rows[a * dimension + j];
        rows[a * dimension + j] = rows[b * dimension + j];
        rows[b * dimension + j] = value;
      }
    }
  }
}
