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
 * Schek & Blott 1998). Memory, besides the vectors: d + 1 numbers of four bytes a point, and 2·d
 * more for every {@value Scan#LANES} points.
 *
 * <p>Immutable; any number of threads may search.
 */
public final class NeighbourTree {
  /** So many children are descended into nearest first, while there is no limit. */
  private static final int FIRST = 4;

  private final NeighbourTreeShape shape;
  private final Memory blocks;
  private final Memory rows;
  private final Scan scan;
  private final int height;

  /**
   * Opens a tree.
   *
   * @param shape as {@link NeighbourTreeWriter#write} returned it
   * @param blocks what was written; best aligned to 64 bytes
   * @param rows the vectors as they were added, n·d floats
   */
  public NeighbourTree(NeighbourTreeShape shape, Memory blocks, Memory rows) {
    this(shape, blocks, rows, Scan.BEST);
  }

  NeighbourTree(NeighbourTreeShape shape, Memory blocks, Memory rows, Scan scan) {
    this.shape = shape;
    this.blocks = blocks;
    this.rows = rows;
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

  /** Some points, to find the nearest among. */
  public interface Points {
    /**
     * Names the next ones.
     *
     * @param points filled from the start
     * @return how many, 0 when there are no more
     */
    int next(int[] points) throws IOException;
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
   * @throws IllegalArgumentException naming what is wrong with the query or k
   * @throws IOException when the visitor fails
   */
  public Cost search(float[] query, int k, double maxDistance, Visitor visitor) throws IOException {
    Candidates candidates = candidates(query, k, maxDistance);
    Walk walk = new Walk(query, candidates, visitor);
    if (size() > 0) {
      walk.visit(0, 0);
    }
    measure(candidates, query, maxDistance, visitor);
    return new Cost(walk.nodes, walk.points);
  }

  /**
   * Finds the k nearest of some points, as {@link #search} does of all, by comparing each: sooner
   * done where they are few.
   *
   * @param points in any order, none of them twice
   */
  public void searchAmong(Points points, float[] query, int k, double maxDistance, Visitor visitor)
      throws IOException {
    Candidates candidates = candidates(query, k, maxDistance);
    int[] some = new int[Scan.LANES];
    float[] sums = new float[Scan.LANES];
    int count = points.next(some);
    while (count > 0) {
      scan.sums(rows, some, count, query, squared(), sums);
      long near = scan.atMost(sums, candidates.limit(), count);
      for (; near != 0; near &= near - 1) {
        int lane = Long.numberOfTrailingZeros(near);
        if (sums[lane] <= candidates.limit() && visitor.accepts(some[lane])) {
          candidates.add(some[lane], sums[lane]);
        }
      }
      count = visitor.visited(count) ? points.next(some) : 0;
    }
    measure(candidates, query, maxDistance, visitor);
  }

  private Candidates candidates(float[] query, int k, double maxDistance) {
    double squaredLength = shape.metric().requireVector("the query", query, shape.dimension());
    if (k < 1) {
      throw new IllegalArgumentException("k is %d, must be at least 1".formatted(k));
    }
    return new Candidates(Math.min(k, size()), new SumLimits(shape, squaredLength), maxDistance);
  }

  /** Tells the visitor of every candidate that is still among the nearest. */
  private void measure(Candidates candidates, float[] query, double maxDistance, Visitor visitor) {
    float[] vector = new float[shape.dimension()];
    candidates.forEach(
        point -> {
          rows.read(row(point), vector, vector.length);
          double distance = shape.metric().distance(query, vector);
          if (distance <= maxDistance) {
            visitor.found(point, distance);
          }
        });
  }

  private boolean squared() {
    return shape.metric() != Metric.MANHATTAN;
  }

  /** Where a vector begins, in bytes. */
  private long row(int point) {
    return (long) point * shape.dimension() * Float.BYTES;
  }

  /** One search. */
  private final class Walk {
    private final float[] coordinates;
    private final Visitor visitor;
    private final Candidates candidates;
    private final boolean squared = squared();
    private final float[][] bounds = new float[height][Scan.LANES];
    private final float[] sums = new float[Scan.LANES];
    private boolean ended;
    private int nodes;
    private int points;

    Walk(float[] query, Candidates candidates, Visitor visitor) {
      coordinates = shape.coordinates(query);
      this.candidates = candidates;
      this.visitor = visitor;
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
      long near = scan.atMost(children, candidates.limit(), count);
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
      long near = scan.atMost(sums, candidates.limit(), count);
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
