package dev.segue.vector;

/**
 * The inner loops of a {@link NeighbourTree}: a point against the {@value #LANES} lanes of a block
 * at once. Sums are single precision, so they may prune but not decide.
 *
 * <p>A block is columns of {@value #LANES} floats. {@link PanamaScan} runs through them with the
 * Vector API, {@link PlainScan} needs no module.
 */
interface Scan {
  /** How many points, or boxes, a block holds. */
  int LANES = Long.SIZE;

  /** How many bytes a column takes. */
  int COLUMN = LANES * Float.BYTES;

  /** The faster one of those that this JVM can run. */
  Scan BEST = best();

  /**
   * How far points are.
   *
   * @param block position in bytes of d columns, one for each coordinate
   * @param query d numbers
   * @param squared whether differences are squared (euclidean), or made absolute (manhattan)
   * @param sums {@code float[LANES]}, is given the sums of differences
   */
  void sums(Memory memory, long block, float[] query, boolean squared, float[] sums);

  /**
   * How far some points are that do not lie in a block.
   *
   * @param memory n·d numbers, point by point
   * @param points the points asked about
   * @param count how many these are, at most LANES
   * @param sums {@code float[LANES]}, the first are given the sums of differences
   */
  void sums(Memory memory, int[] points, int count, float[] query, boolean squared, float[] sums);

  /**
   * How near boxes come.
   *
   * @param block position in bytes of 2·d columns: for each coordinate the lower ends, then the
   *     upper ends
   * @param bounds {@code float[LANES]}, is given the sums of differences to the nearest point of
   *     each box; 0 inside
   */
  void bounds(Memory memory, long block, float[] query, boolean squared, float[] bounds);

  /**
   * Which sums are small.
   *
   * @param sums {@code float[LANES]}
   * @param count how many of them to look at, at least 1
   * @return bit i says that sum i is at most the limit; it is not when it is no number
   */
  long atMost(float[] sums, float limit, int count);

  private static Scan best() {
    try {
      return Class.forName("dev.segue.vector.PanamaScan")
          .asSubclass(Scan.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return new PlainScan(); // the JVM was started without jdk.incubator.vector
    }
  }
}
