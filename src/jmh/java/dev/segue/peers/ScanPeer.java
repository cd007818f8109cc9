package dev.segue.peers;

import dev.segue.vector.Metric;
import dev.segue.vector.Nearest;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Every vector compared, with the Vector API: what any index must beat, and, being exact, the judge
 * of their answers. O(n·d).
 *
 * <p>Vectors lie in blocks of columns. Sums of single precision only say which points cannot be
 * among the nearest, with a limit raised by more than they can be wrong (as in {@link
 * dev.segue.vector.NeighbourTree}); for cosine the dot product of unit vectors is wrong by at most
 * (d + 4)·2⁻²³. What is left is measured in double precision.
 */
final class ScanPeer implements Peer {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /** Four sums run side by side, so that no addition waits for the one before it. */
  private static final int BLOCK = 4 * WIDTH;

  private final Metric metric;
  private final int dimension;
  private final float[] columns;

  /** A scan by {@link Metric#EUCLIDEAN} or {@link Metric#COSINE}. */
  ScanPeer(float[][] vectors, Metric metric) {
    this.metric = metric;
    dimension = vectors[0].length;
    columns = new float[Math.multiplyExact(Math.ceilDiv(vectors.length, BLOCK), BLOCK * dimension)];
    Arrays.fill(columns, columns.length - BLOCK * dimension, columns.length, Float.NaN);
    for (int point = 0; point < vectors.length; point++) {
      for (int j = 0; j < dimension; j++) {
        columns[place(point) + j * BLOCK] = vectors[point][j];
      }
    }
  }

  private int place(int point) {
    return point / BLOCK * BLOCK * dimension + point % BLOCK;
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public int[] nearest(float[] query, int k, int effort) {
    Nearest nearest = new Nearest(k);
    float[] vector = new float[dimension];
    float limit = Float.POSITIVE_INFINITY;
    for (int block = 0; block < columns.length; block += BLOCK * dimension) {
      long near = near(block, query, limit);
      while (near != 0) {
        int point = block / dimension + Long.numberOfTrailingZeros(near);
        for (int j = 0; j < dimension; j++) {
          vector[j] = columns[place(point) + j * BLOCK];
        }
        nearest.add(point, metric.distance(query, vector));
        limit = limit(nearest.limit());
        near &= near - 1;
      }
    }
    return Answer.of(nearest);
  }

  /** Bit i says that the sum for the i-th point of a block is at most the limit. */
  private long near(int block, float[] query, float limit) {
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    int column = block;
    for (int j = 0; j < dimension; j++, column += BLOCK) {
      a = add(a, column, query[j]);
      b = add(b, column + WIDTH, query[j]);
      c = add(c, column + 2 * WIDTH, query[j]);
      d = add(d, column + 3 * WIDTH, query[j]);
    }
    return atMost(a, limit)
        | atMost(b, limit) << WIDTH
        | atMost(c, limit) << 2 * WIDTH
        | atMost(d, limit) << 3 * WIDTH;
  }

  /** Adds squared differences, or subtracts products. */
  private FloatVector add(FloatVector sum, int place, float coordinate) {
    FloatVector values = FloatVector.fromArray(SPECIES, columns, place);
    if (metric == Metric.COSINE) {
      return values.fma(FloatVector.broadcast(SPECIES, -coordinate), sum);
    }
    FloatVector difference = values.sub(coordinate);
    return difference.fma(difference, sum);
  }

  private static long atMost(FloatVector sums, float limit) {
    return sums.compare(VectorOperators.LE, limit).toLong();
  }

  /** The largest sum that a point within a distance may have. */
  private float limit(double distance) {
    double slack = (dimension + 4) * 0x1p-23;
    return metric == Metric.COSINE
        ? (float) (distance - 1 + slack)
        : (float) (distance * distance * (1 + slack)) + Float.MIN_NORMAL;
  }

  @Override
  public long bytesOutsideHeap() {
    return 0;
  }

  @Override
  public void close() {}
}
