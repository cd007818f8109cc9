package dev.segue.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays out points as the blocks of a {@link NeighbourTree}. O(n·(d + log n)·log n) on all cores,
 * and O(n·d²) on one to turn unit vectors; holds a copy of the points on the heap meanwhile. For
 * one thread, and one tree.
 */
public final class NeighbourTreeWriter {
  /** As many as an array holds. */
  private static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

  private final Metric metric;
  private final int dimension;
  private final float[] rows;
  private final int[] points;
  private int size;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest;

  /** Filled while nodes are written: see {@link NeighbourTreeShape}. */
  private int[] nodes = new int[0];

  private int nodeCount;
  private int columnsWritten;

  /**
   * A writer for a tree.
   *
   * @param dimension d, at least 1
   * @param size n, at least 0
   * @throws IllegalArgumentException when n·d is more than an array can hold
   */
  public NeighbourTreeWriter(Metric metric, int dimension, int size) {
    if (!fits(dimension, size)) {
      throw new IllegalArgumentException(
          "%,d points of %d dimensions are too many for one tree, which takes %,d numbers"
              .formatted(size, dimension, MOST_NUMBERS));
    }
    this.metric = metric;
    this.dimension = dimension;
    rows = new float[size * dimension];
    points = new int[size];
  }

  /** Whether so many points are not too many for one tree. */
  public static boolean fits(int dimension, int size) {
    return (long) size * dimension <= MOST_NUMBERS;
  }

  /** Takes the blocks of a tree, one after another. */
  public interface Sink {
    void write(byte[] block) throws IOException;
  }

  /**
   * Adds a point; the first has the number 0.
   *
   * @param vector {@code float[d]}, finite; of unit length for {@link Metric#COSINE}. Copied
   * @throws IllegalArgumentException naming the vector and what is wrong with it
   */
  public void add(float[] vector) {
    double squaredLength = metric.requireVector("vector " + size, vector, dimension);
    least = Math.min(least, squaredLength);
    greatest = Math.max(greatest, squaredLength);
    System.arraycopy(vector, 0, rows, size * dimension, dimension);
    points[size] = size;
    size++;
  }

  /**
   * Writes the blocks.
   *
   * @return what has to be remembered besides
   */
  public NeighbourTreeShape write(Sink sink) throws IOException {
    if (size != points.length) {
      throw new IllegalStateException("%d of %d points were added".formatted(size, points.length));
    }
    double[][] axes = {};
    if (size > 0) {
      if (metric == Metric.COSINE) {
        // Unit vectors have no discrete columns left, which cuts along the old axes would tell
        // apart.
        axes = PrincipalAxes.of(rows, dimension).map(this::turn).orElse(axes);
      }
      write(reserve(1), Partition.of(rows, points, dimension), sink);
    }
    return new NeighbourTreeShape(
        metric, dimension, size, least, greatest, axes, Arrays.copyOf(nodes, 3 * nodeCount));
  }

  private double[][] turn(PrincipalAxes axes) {
    for (int i = 0; i < rows.length; i += dimension) {
      float[] row = Arrays.copyOfRange(rows, i, i + dimension);
      System.arraycopy(axes.turn(row), 0, rows, i, dimension);
    }
    return axes.axes();
  }

  private void write(int node, Partition part, Sink sink) throws IOException {
    nodes[3 * node] = columnsWritten;
    if (part.leaf()) {
      nodes[3 * node + 1] = part.size();
      nodes[3 * node + 2] = -1;
      writePoints(part, sink);
      return;
    }
    List<Partition> children = children(part);
    int first = reserve(children.size());
    nodes[3 * node + 1] = children.size();
    nodes[3 * node + 2] = first;
    writeBoxes(children, sink);
    for (int i = 0; i < children.size(); i++) {
      write(first + i, children.get(i), sink);
    }
  }

  private int reserve(int count) {
    int first = nodeCount;
    nodeCount += count;
    if (nodes.length < 3 * nodeCount) {
      nodes = Arrays.copyOf(nodes, 6 * nodeCount);
    }
    return first;
  }

  /** Takes the halves of halves, the largest first, until all fit into nodes one level lower. */
  private static List<Partition> children(Partition part) {
    int fitting = Partition.subtree(part.size());
    List<Partition> children = new ArrayList<>(List.of(part));
    int largest = 0;
    while (children.size() < Scan.LANES && children.get(largest).size() > fitting) {
      Partition halved = children.remove(largest);
      children.add(largest, halved.right());
      children.add(largest, halved.left());
      for (int i = 0; i < children.size(); i++) {
        if (children.get(i).size() > children.get(largest).size()) {
          largest = i;
        }
      }
    }
    return children;
  }

  private void writePoints(Partition part, Sink sink) throws IOException {
    byte[] block = new byte[(dimension + 1) * Scan.COLUMN];
    ByteBuffer numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < part.size(); i++) {
      int row = part.from() + i;
      for (int j = 0; j < dimension; j++) {
        numbers.putFloat(j * Scan.COLUMN + i * Float.BYTES, rows[row * dimension + j]);
      }
      numbers.putInt(dimension * Scan.COLUMN + i * Integer.BYTES, points[row]);
    }
    write(block, sink);
  }

  private void writeBoxes(List<Partition> children, Sink sink) throws IOException {
    byte[] block = new byte[2 * dimension * Scan.COLUMN];
    ByteBuffer numbers = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < children.size(); i++) {
      int lane = i * Float.BYTES;
      for (int j = 0; j < dimension; j++) {
        numbers.putFloat(2 * j * Scan.COLUMN + lane, children.get(i).low()[j]);
        numbers.putFloat((2 * j + 1) * Scan.COLUMN + lane, children.get(i).high()[j]);
      }
    }
    write(block, sink);
  }

  private void write(byte[] block, Sink sink) throws IOException {
    columnsWritten = Math.addExact(columnsWritten, block.length / Scan.COLUMN);
    sink.write(block);
  }
}
