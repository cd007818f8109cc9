package dev.segue.vector;

import java.io.IOException;

/**
 * Exact nearest neighbours among n points of d dimensions, for d up to some thirty, by pruning: a
 * k-d tree (Friedman, Bentley & Finkel 1977, "An algorithm for finding best matches in logarithmic
 * expected time") in the shape that today's memory and vector units like.
 *
 * <ul>
 *   <li><b>Wide.</b> An inner node has up to {@value Scan#LANES} children and keeps their bounding
 *       boxes, a leaf has up to {@value Scan#LANES} points. Both lie in blocks of columns, and one
 *       pass of vector instructions answers for a whole block, as in the wide bounding volume
 *       hierarchies of ray tracing (Wald, Benthin & Boulos 2008, "Getting rid of packets").
 *   <li><b>Tight.</b> Boxes hold just the points below (R-trees; Guttman 1984), so the empty space
 *       between clusters, and between the values of a discrete column, prunes.
 *   <li><b>Packed.</b> {@link NeighbourTreeWriter} fills nodes to the brim (White & Jain 1996,
 *       "Similarity indexing: algorithms and performance", the VAM split).
 * </ul>
 *
 * <p><b>Bounds.</b> The nearest point of a box [l, u] to q is {@code max(l − q, 0, q − u)} away
 * along each axis; squared and summed (euclidean) or summed (manhattan), that is at most the sum
 * for any point inside. A box or a point whose sum is above that of the k-th nearest so far is
 * skipped; {@link SumLimits} says by how much more, so that rounding costs no neighbour. Cosine is
 * searched as euclidean, over vectors of unit length, turned to their {@link PrincipalAxes}. Sums
 * are taken in single precision; what passes to the end is measured by {@link Metric#distance} in
 * double precision, and these distances alone decide.
 *
 * <p><b>Cost.</b> Where nothing limits the search yet, the nearest children of a node are descended
 * into first; others in any order. Expected O(log n) nodes for a fixed d; the constant grows
 * exponentially with d, and from some thirty dimensions on nearly every block is visited (Weber,
 * Schek & Blott 1998). Memory: d + 1 numbers of four bytes a point, and 2·d more for every {@value
 * Scan#LANES} points.
 *
 * <p>Immutable; any number of threads may search.
 */
public final class NeighbourTree {
  /** So many children are descended into nearest first, while there is no limit. */
  private static final int FIRST = 4;

  private final NeighbourTreeShape shape;
  private final Memory blocks;
  private final Scan scan;
  private final int height;

  /**
   * Opens a tree.
   *
   * @param shape as {@link NeighbourTreeWriter#write} returned it
   * @param blocks what was written; best aligned to 64 bytes
   */
  public NeighbourTree(NeighbourTreeShape shape, Memory blocks) {
    this(shape, blocks, Scan.BEST);
  }

  NeighbourTree(NeighbourTreeShape shape, Memory blocks, Scan scan) {
    this.shape = shape;
    this.blocks = blocks;
    this.scan = scan;
    height = shape.size() == 0 ? 0 : shape.height(0);
  }

  /** Whether trees are searched with the Vector API; else they are slower. */
  public static boolean vectorised() {
    return !(Scan.BEST instanceof PlainScan);
  }

  /** How many points it holds. */
  public int size() {
    return shape.size();
  }

  /**
   * Every point once, leaf by leaf: near points follow each other, so that whoever asks about all
   * of them in this order finds in the cache what the question before has read.
   */
  public int[] order() {
    int[] order = new int[size()];
    int count = 0;
    for (int node = 0; node < shape.nodeCount(); node++) {
      if (shape.leaf(node)) {
        long numbers = shape.block(node) + (long) shape.dimension() * Scan.COLUMN;
        for (int i = 0; i < shape.count(node); i++) {
          order[count++] = blocks.getInt(numbers + (long) i * Integer.BYTES);
        }
      }
    }
    return order;
  }

  /** The vectors that a tree was made of, to be measured. */
  public interface Vectors {
    /**
     * A vector.
     *
     * @param point its number, in the order in which vectors were added
     * @return {@code float[d]}, valid until the next call
     */
    float[] vector(int point) throws IOException;
  }

  /** What a search asks of its caller, and tells it. */
  public interface Visitor {
    /** Whether a point may be found; asked only of points that are among the nearest so far. */
    boolean accepts(int point) throws IOException;

    /** So many points more were compared; false ends the search. */
    boolean visited(int points);

    /**
     * A point that may be one of the k nearest. Among those found are all that are; told at the
     * end.
     *
     * @param point its number, in the order in which points were added
     */
    void found(int point, double distance);
  }

  /**
   * What a search took.
   *
   * @param nodes how many blocks were compared, of inner nodes and leaves
   * @param points how many points these leaves held
   */
  public record Cost(int nodes, int points) {}

  /**
   * Finds the k nearest points that a visitor accepts. Points as near as the k-th are found as
   * well, so that the visitor can say which of them come first.
   *
   * @param query {@code float[d]}, finite; of unit length for {@link Metric#COSINE}
   * @param k at least 1
   * @param maxDistance points farther than this are left out; positive infinity leaves out none
   * @param vectors those that the tree was made of
   * @throws IllegalArgumentException naming what is wrong with the query or k
   * @throws IOException when vectors cannot be read, or the visitor fails
   */
  public Cost search(float[] query, int k, double maxDistance, Vectors vectors, Visitor visitor)
      throws IOException {
    double squaredLength = shape.metric().requireVector("the query", query, shape.dimension());
    if (k < 1) {
      throw new IllegalArgumentException("k is %d, must be at least 1".formatted(k));
    }
    Walk walk = new Walk(query, squaredLength, Math.min(k, size()), maxDistance, visitor);
    if (size() > 0) {
      walk.visit(0, 0);
      walk.candidates.measure(query, shape.metric(), maxDistance, vectors, visitor);
    }
    return new Cost(walk.nodes, walk.points);
  }

  /** One search. */
  private final class Walk {
    private final float[] coordinates;
    private final Visitor visitor;
    private final Candidates candidates;
    private final boolean squared = shape.metric() != Metric.MANHATTAN;
    private final float[][] bounds = new float[height][Scan.LANES];
    private final float[] sums = new float[Scan.LANES];
    private boolean ended;
    private int nodes;
    private int points;

    Walk(float[] query, double squaredLength, int k, double maxDistance, Visitor visitor) {
      coordinates = shape.coordinates(query);
      this.visitor = visitor;
      candidates = new Candidates(k, new SumLimits(shape, squaredLength), maxDistance);
    }

    void visit(int node, int depth) throws IOException {
      nodes++;
      if (shape.leaf(node)) {
        leaf(node);
      } else {
        inner(node, depth);
      }
    }

    private void inner(int node, int depth) throws IOException {
      float[] children = bounds[depth];
      scan.bounds(blocks, shape.block(node), coordinates, squared, children);
      int first = shape.firstChild(node);
      int count = shape.count(node);
      if (candidates.limit() == Float.POSITIVE_INFINITY) {
        for (int i = 0; i < FIRST && !ended; i++) {
          int nearest = nearest(children, count);
          if (nearest < 0 || children[nearest] > candidates.limit()) {
            return;
          }
          visit(first + nearest, depth + 1);
          children[nearest] = Float.NaN;
        }
      }
      long near = near(children, count);
      for (; near != 0 && !ended; near &= near - 1) {
        int child = Long.numberOfTrailingZeros(near);
        if (children[child] <= candidates.limit()) {
          visit(first + child, depth + 1);
        }
      }
    }

    private void leaf(int node) throws IOException {
      long block = shape.block(node);
      int count = shape.count(node);
      scan.sums(blocks, block, coordinates, squared, sums);
      long numbers = block + (long) coordinates.length * Scan.COLUMN;
      long near = near(sums, count);
      for (; near != 0; near &= near - 1) {
        int lane = Long.numberOfTrailingZeros(near);
        if (sums[lane] <= candidates.limit()) {
          int point = blocks.getInt(numbers + (long) lane * Integer.BYTES);
          if (visitor.accepts(point)) {
            candidates.add(point, sums[lane]);
          }
        }
      }
      points += count;
      ended = !visitor.visited(count);
    }

    /** Which of the first sums are within the limit of now. */
    private long near(float[] sums, int count) {
      return scan.atMost(sums, candidates.limit()) & -1L >>> (Scan.LANES - count);
    }
  }

  /** The place of the smallest number that is none, or -1. */
  private static int nearest(float[] bounds, int count) {
    int nearest = -1;
    float least = Float.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (bounds[i] <= least) {
        least = bounds[i];
        nearest = i;
      }
    }
    return nearest;
  }
}
