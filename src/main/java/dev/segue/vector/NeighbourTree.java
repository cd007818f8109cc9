package dev.segue.vector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

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
 * for any point inside. With D the distance that still counts, a node or a point is skipped when
 * its sum is above D² or D. For cosine, over vectors of unit length, {@code ‖q − x‖² = ‖q‖² + ‖x‖²
 * − 2·q·x}, so that {@code 1 − q·x ≤ D} asks for {@code ‖q − x‖² ≤ 2·D + (‖q‖² − 1) + (‖x‖² − 1)};
 * the rounding of unit vectors is in it, so the bound holds to the last bit. Sums are taken in
 * single precision, and the limit is raised by more than they can be wrong: relative (d + 4)·2⁻²³,
 * where the error of d subtractions, squares and additions is below (d + 3)·2⁻²⁴ (Higham 2002,
 * "Accuracy and stability of numerical algorithms", §3.1). Points that are not skipped are measured
 * by {@link Metric#distance} in double precision, and these distances alone decide.
 *
 * <p><b>Cost.</b> Descent goes to the nearest child first until something limits it, and from then
 * on in any order. Expected O(log n) nodes for a fixed d; the constant grows exponentially with d,
 * and from some thirty dimensions on nearly every block is visited (Weber, Schek & Blott 1998).
 * Memory: d + 1 numbers of four bytes a point, and 2·d more for every {@value Scan#LANES} points.
 *
 * <p>Immutable; any number of threads may search.
 */
public final class NeighbourTree {
  private static final int CACHE_LINE = 64;

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

  /**
   * A tree in memory, of at most 2 GiB.
   *
   * @param vectors {@code float[n][d]}, at least one, finite; of unit length for {@link
   *     Metric#COSINE}
   * @throws IllegalArgumentException naming the vector and what is wrong with it
   */
  public static NeighbourTree of(Metric metric, float[][] vectors) {
    return of(metric, vectors, Scan.BEST);
  }

  static NeighbourTree of(Metric metric, float[][] vectors, Scan scan) {
    int dimension = vectors.length == 0 ? 1 : vectors[0].length;
    NeighbourTreeWriter writer = new NeighbourTreeWriter(metric, dimension, vectors.length);
    for (float[] vector : vectors) {
      writer.add(vector);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NeighbourTreeShape shape;
    try {
      shape = writer.write(bytes::writeBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory has none
    }
    ByteBuffer aligned = ByteBuffer.allocateDirect(bytes.size() + CACHE_LINE);
    aligned = aligned.alignedSlice(CACHE_LINE).put(bytes.toByteArray()).flip();
    return new NeighbourTree(shape, Memory.of(aligned), scan);
  }

  /** Whether trees are searched with the Vector API; else they are slower. */
  public static boolean vectorised() {
    return !(Scan.BEST instanceof PlainScan);
  }

  /** How many points it holds. */
  public int size() {
    return shape.size();
  }

  /** Takes what a search finds, and says what still counts. */
  public interface Visitor {
    /**
     * The largest distance that still counts. May fall while points are found; {@link
     * Double#NEGATIVE_INFINITY} ends the search.
     */
    double limit();

    /**
     * A point at most {@link #limit} away.
     *
     * @param point its number, in the order in which points were added
     */
    void found(int point, double distance);

    /** So many points more were compared. */
    default void visited(int points) {}
  }

  /**
   * What a search took.
   *
   * @param nodes how many blocks were compared, of inner nodes and leaves
   * @param points how many points these leaves held
   */
  public record Cost(int nodes, int points) {}

  /**
   * Offers a visitor every point within its limit, in no particular order.
   *
   * @param query {@code float[d]}, finite; of unit length for {@link Metric#COSINE}
   * @throws IllegalArgumentException naming what is wrong with the query
   */
  public Cost search(float[] query, Visitor visitor) {
    double length = shape.metric().requireVector("the query", query, shape.dimension());
    Walk walk = new Walk(query, visitor, length);
    if (size() > 0) {
      walk.visit(0, 0);
    }
    return new Cost(walk.nodes, walk.points);
  }

  /** One search. */
  private final class Walk {
    private final float[] query;
    private final Visitor visitor;
    private final boolean squared = shape.metric() != Metric.MANHATTAN;
    private final float[][] bounds = new float[height][Scan.LANES];
    private final float[] vector = new float[shape.dimension()];

    /**
     * By how much squared distances of nearly unit vectors can exceed twice their cosine distance.
     */
    private final double slack;

    private float limit;
    private int nodes;
    private int points;

    Walk(float[] query, Visitor visitor, double squaredLength) {
      this.query = query;
      this.visitor = visitor;
      slack = squaredLength - 1 + shape.squaredLength() - 1;
      limit = limit(visitor.limit());
    }

    void visit(int node, int depth) {
      nodes++;
      if (shape.leaf(node)) {
        leaf(node);
      } else {
        inner(node, depth);
      }
    }

    private void inner(int node, int depth) {
      float[] children = bounds[depth];
      scan.bounds(blocks, shape.block(node), query, squared, children);
      int first = shape.firstChild(node);
      int count = shape.count(node);
      if (limit == Float.POSITIVE_INFINITY) {
        int nearest = nearest(children, count);
        while (nearest >= 0 && children[nearest] <= limit) {
          visit(first + nearest, depth + 1);
          children[nearest] = Float.NaN;
          nearest = nearest(children, count);
        }
      } else {
        for (int i = 0; i < count; i++) {
          if (children[i] <= limit) {
            visit(first + i, depth + 1);
          }
        }
      }
    }

    private void leaf(int node) {
      long block = shape.block(node);
      int count = shape.count(node);
      long near = scan.near(blocks, block, query, squared, limit) & -1L >>> (Scan.LANES - count);
      while (near != 0) {
        boolean closer = measure(block + (long) Long.numberOfTrailingZeros(near) * Float.BYTES);
        near &= near - 1;
        if (closer && near != 0) {
          // Comparing all of them once more takes less than measuring one.
          near &= scan.near(blocks, block, query, squared, limit);
        }
      }
      points += count;
      visitor.visited(count);
      limit = limit(visitor.limit());
    }

    /**
     * Measures the point whose first coordinate stands at a position.
     *
     * @return whether less counts from now on
     */
    private boolean measure(long position) {
      for (int j = 0; j < vector.length; j++) {
        vector[j] = blocks.getFloat(position + (long) j * Scan.COLUMN);
      }
      double distance = shape.metric().distance(query, vector);
      double before = visitor.limit();
      if (distance > before) {
        return false;
      }
      visitor.found(blocks.getInt(position + (long) vector.length * Scan.COLUMN), distance);
      double after = visitor.limit();
      limit = limit(after);
      return after < before;
    }

    /** The largest sum in single precision that a point within a distance may have. */
    private float limit(double distance) {
      if (distance == Double.NEGATIVE_INFINITY) {
        return -1;
      }
      double sum =
          switch (shape.metric()) {
            case EUCLIDEAN -> distance * distance;
            case MANHATTAN -> distance;
            case COSINE -> Math.max(0, 2 * distance + slack);
          };
      return (float) (sum * (1 + (vector.length + 4) * 0x1p-23)) + Float.MIN_NORMAL;
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
