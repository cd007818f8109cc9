package dev.segue.vector;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many lanes at once as the processor has. Several sums of a block run side by side, so that no
 * addition waits for the one before it.
 *
 * <p>Blocks are aligned to cache lines in their file, and so in mapped memory, which they are read
 * from without a copy.
 */
final class PanamaScan implements Scan {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();
  private static final int WIDTH_BYTES = WIDTH * Float.BYTES;

  /**
   * {@code (Object segment, long position) -> FloatVector}; see {@link Memory} for why a handle.
   */
  private static final MethodHandle LOAD;

  /** {@code (Object segment, long position, VectorMask) -> FloatVector}. */
  private static final MethodHandle LOAD_SOME;

  static {
    try {
      LOAD = load().asType(MethodType.methodType(FloatVector.class, Object.class, long.class));
      LOAD_SOME =
          load(VectorMask.class)
              .asType(
                  MethodType.methodType(
                      FloatVector.class, Object.class, long.class, VectorMask.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this Java's FloatVector cannot read memory segments", e);
    }
    if (LANES % (4 * WIDTH) != 0) {
      throw new LinkageError("vectors of %d floats are wider than a block".formatted(WIDTH));
    }
  }

  /** {@link FloatVector}'s method that reads numbers of our species, little-endian. */
  private static MethodHandle load(Class<?>... more) throws ReflectiveOperationException {
    MethodHandle load =
        MethodHandles.lookup()
            .findStatic(
                FloatVector.class,
                "fromMemorySegment",
                MethodType.methodType(
                        FloatVector.class,
                        VectorSpecies.class,
                        Memory.SEGMENT,
                        long.class,
                        ByteOrder.class)
                    .appendParameterTypes(more));
    return MethodHandles.insertArguments(
        MethodHandles.insertArguments(load, 3, ByteOrder.LITTLE_ENDIAN), 0, SPECIES);
  }

  @Override
  public void sums(Memory memory, long block, float[] query, boolean squared, float[] sums) {
    Object segment = memory.segment();
    for (int lane = 0; lane < LANES; lane += 4 * WIDTH) {
      FloatVector a = FloatVector.zero(SPECIES);
      FloatVector b = a;
      FloatVector c = a;
      FloatVector d = a;
      long position = block + (long) lane * Float.BYTES;
      for (int j = 0; j < query.length; j++, position += COLUMN) {
        FloatVector q = FloatVector.broadcast(SPECIES, query[j]);
        a = add(a, load(segment, position).sub(q), squared);
        b = add(b, load(segment, position + WIDTH_BYTES).sub(q), squared);
        c = add(c, load(segment, position + 2 * WIDTH_BYTES).sub(q), squared);
        d = add(d, load(segment, position + 3 * WIDTH_BYTES).sub(q), squared);
      }
      a.intoArray(sums, lane);
      b.intoArray(sums, lane + WIDTH);
      c.intoArray(sums, lane + 2 * WIDTH);
      d.intoArray(sums, lane + 3 * WIDTH);
    }
  }

  @Override
  public void sums(
      Memory memory, int[] points, int count, float[] query, boolean squared, float[] sums) {
    Object segment = memory.segment();
    for (int i = 0; i < count; i++) {
      long row = (long) points[i] * query.length * Float.BYTES;
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int j = 0; j < query.length; j += WIDTH) {
        VectorMask<Float> some = SPECIES.indexInRange(j, query.length);
        FloatVector q = FloatVector.fromArray(SPECIES, query, j, some);
        sum = add(sum, load(segment, row + (long) j * Float.BYTES, some).sub(q), squared);
      }
      sums[i] = sum.reduceLanes(VectorOperators.ADD);
    }
  }

  @Override
  public void bounds(Memory memory, long block, float[] query, boolean squared, float[] bounds) {
    Object segment = memory.segment();
    for (int lane = 0; lane < LANES; lane += 2 * WIDTH) {
      FloatVector a = FloatVector.zero(SPECIES);
      FloatVector b = a;
      long low = block + (long) lane * Float.BYTES;
      for (int j = 0; j < query.length; j++, low += 2 * COLUMN) {
        FloatVector q = FloatVector.broadcast(SPECIES, query[j]);
        long high = low + COLUMN;
        a = add(a, nearest(load(segment, low), load(segment, high), q).sub(q), squared);
        b =
            add(
                b,
                nearest(load(segment, low + WIDTH_BYTES), load(segment, high + WIDTH_BYTES), q)
                    .sub(q),
                squared);
      }
      a.intoArray(bounds, lane);
      b.intoArray(bounds, lane + WIDTH);
    }
  }

  @Override
  public long atMost(float[] sums, float limit, int count) {
    long small = 0;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      FloatVector some = FloatVector.fromArray(SPECIES, sums, lane);
      small |= some.compare(VectorOperators.LE, limit).toLong() << lane;
    }
    return small & -1L >>> (LANES - count);
  }

  private static FloatVector load(Object segment, long position) {
    try {
      return (FloatVector) LOAD.invokeExact(segment, position);
    } catch (Throwable e) {
      throw Memory.unexpected(e);
    }
  }

  /** Zero in lanes that are not in the mask. */
  private static FloatVector load(Object segment, long position, VectorMask<Float> mask) {
    try {
      return (FloatVector) LOAD_SOME.invokeExact(segment, position, mask);
    } catch (Throwable e) {
      throw Memory.unexpected(e);
    }
  }

  private static FloatVector add(FloatVector sum, FloatVector difference, boolean squared) {
    return squared ? difference.fma(difference, sum) : sum.add(difference.abs());
  }

  /**
   * Of the numbers between low and high the nearest to the query. Comparing and blending is half as
   * much work as Java's minimum and maximum, which look after zeros' signs and what is no number.
   */
  private static FloatVector nearest(FloatVector low, FloatVector high, FloatVector query) {
    return query
        .blend(low, low.compare(VectorOperators.GT, query))
        .blend(high, high.compare(VectorOperators.LT, query));
  }
}
