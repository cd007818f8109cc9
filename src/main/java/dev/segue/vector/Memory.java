package dev.segue.vector;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Read-only bytes outside the heap that a {@link NeighbourTree} lives in: usually a part of a
 * mapped file. Numbers are little-endian. Any number of threads may read.
 *
 * <p>This is a {@code java.lang.foreign.MemorySegment}. Java 21 has that class, but only Java 22
 * lets source code name it without a preview flag, and so this class reaches it through method
 * handles, which cost nothing once compiled. When 22 is the least that Segue runs on, the handles
 * can go.
 */
public final class Memory {
  /** {@code (Object segment, long position) -> int}. */
  private static final MethodHandle GET_INT;

  /** {@code (Object segment, long position, Object into, int first, int count)}. */
  private static final MethodHandle COPY_FLOATS;

  /** {@code (Buffer) -> Object segment}. */
  private static final MethodHandle OF_BUFFER;

  /** The interface itself, for those who look for more of its methods. */
  static final Class<?> SEGMENT;

  static {
    try {
      SEGMENT = Class.forName("java.lang.foreign.MemorySegment");
      Class<?> layout = Class.forName("java.lang.foreign.ValueLayout");
      Object floats = littleEndian(layout, "JAVA_FLOAT_UNALIGNED");
      Object ints = littleEndian(layout, "JAVA_INT_UNALIGNED");
      MethodHandle get =
          MethodHandles.lookup()
              .findVirtual(
                  SEGMENT,
                  "get",
                  MethodType.methodType(
                      int.class, Class.forName("java.lang.foreign.ValueLayout$OfInt"), long.class));
      GET_INT =
          MethodHandles.insertArguments(get, 1, ints)
              .asType(MethodType.methodType(int.class, Object.class, long.class));
      MethodHandle copy =
          MethodHandles.lookup()
              .findStatic(
                  SEGMENT,
                  "copy",
                  MethodType.methodType(
                      void.class, SEGMENT, layout, long.class, Object.class, int.class, int.class));
      COPY_FLOATS =
          MethodHandles.insertArguments(copy, 1, floats)
              .asType(
                  MethodType.methodType(
                      void.class, Object.class, long.class, Object.class, int.class, int.class));
      OF_BUFFER =
          MethodHandles.lookup()
              .findStatic(SEGMENT, "ofBuffer", MethodType.methodType(SEGMENT, Buffer.class))
              .asType(MethodType.methodType(Object.class, Buffer.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this Java has no java.lang.foreign.MemorySegment", e);
    }
  }

  private final Object segment;

  private Memory(Object segment) {
    this.segment = segment;
  }

  /**
   * Wraps a segment, which must stay open while it is read.
   *
   * @param segment a {@code java.lang.foreign.MemorySegment}
   * @throws ClassCastException when it is something else
   */
  public static Memory of(Object segment) {
    return new Memory(SEGMENT.cast(segment));
  }

  /** The bytes of a buffer between its position and its limit. */
  public static Memory of(ByteBuffer buffer) {
    try {
      return new Memory((Object) OF_BUFFER.invokeExact((Buffer) buffer));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The segment, for {@link PanamaScan}. */
  Object segment() {
    return segment;
  }

  /** The integer at a position in bytes. */
  int getInt(long position) {
    try {
      return (int) GET_INT.invokeExact(segment, position);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Copies the first floats from a position in bytes. */
  void read(long position, float[] into, int count) {
    try {
      COPY_FLOATS.invokeExact(segment, position, (Object) into, 0, count);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** What a handle threw: unchecked whatever the methods behind it throw. */
  static RuntimeException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException exception ? exception : new IllegalStateException(e);
  }

  private static Object littleEndian(Class<?> layouts, String name)
      throws ReflectiveOperationException {
    Object layout = layouts.getField(name).get(null);
    return layouts.getMethod("withOrder", ByteOrder.class).invoke(layout, ByteOrder.LITTLE_ENDIAN);
  }
}
