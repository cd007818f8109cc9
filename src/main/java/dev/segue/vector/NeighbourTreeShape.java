package dev.segue.vector;

/**
 * What has to be remembered of a {@link NeighbourTree} besides its blocks: small enough for the
 * heap.
 *
 * @param metric how distances are taken
 * @param dimension d, at least 1
 * @param size n, how many points there are
 * @param least the squared length of the shortest vector
 * @param greatest the squared length of the longest vector
 * @param axes {@code double[d][d]}, what coordinates in blocks are along; empty where they are
 *     those of the vectors. Not copied
 * @param nodes three numbers a node, the root first and siblings in a row: its place among the
 *     blocks, in columns; how many children or points it has, from 1 to 64; the number of its first
 *     child, or -1 of a leaf. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // shapes are never compared, and a copy would cost
public record NeighbourTreeShape(
    Metric metric,
    int dimension,
    int size,
    double least,
    double greatest,
    double[][] axes,
    int[] nodes) {
  /** How many numbers a node has. */
  public static final int NUMBERS = 3;

  /**
   * Checks that the nodes make a tree.
   *
   * @throws IllegalArgumentException naming the node that does not fit
   */
  public NeighbourTreeShape {
    int count = nodes.length / NUMBERS;
    for (int node = 0; node < count; node++) {
      int members = nodes[NUMBERS * node + 1];
      int first = nodes[NUMBERS * node + 2];
      boolean fits =
          nodes[NUMBERS * node] >= 0
              && members >= 1
              && members <= Scan.LANES
              && (first == -1 || (first > node && first <= count - members));
      if (!fits) {
        throw new IllegalArgumentException(
            "node %d of %d cannot have %d members, the first %d"
                .formatted(node, count, members, first));
      }
    }
  }

  int nodeCount() {
    return nodes.length / NUMBERS;
  }

  /** A vector as blocks have it. */
  float[] coordinates(float[] vector) {
    return axes.length == 0 ? vector : new PrincipalAxes(axes).turn(vector);
  }

  /** Where its block begins, in bytes. */
  long block(int node) {
    return (long) nodes[NUMBERS * node] * Scan.COLUMN;
  }

  int count(int node) {
    return nodes[NUMBERS * node + 1];
  }

  boolean leaf(int node) {
    return firstChild(node) < 0;
  }

  int firstChild(int node) {
    return nodes[NUMBERS * node + 2];
  }

  /** How many inner nodes there are at most on a way down from a node. */
  int height(int node) {
    if (leaf(node)) {
      return 0;
    }
    int highest = 0;
    for (int child = firstChild(node); child < firstChild(node) + count(node); child++) {
      highest = Math.max(highest, height(child));
    }
    return highest + 1;
  }
}
