package dev.segue.listening.model;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work that is done for each of many, on all cores. */
public final class Parallel {
  private Parallel() {}

  /** How many work at once. */
  public static int threads() {
    return ForkJoinPool.getCommonPoolParallelism() + 1; // whoever waits works, too
  }

  /** Does something for each number below a size, in no order, and waits for all. */
  public static void forEach(int size, IntConsumer work) {
    IntStream.range(0, size).parallel().forEach(work);
  }
}
