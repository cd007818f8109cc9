package dev.segue.listening.model;

import dev.segue.catalog.Progress;
import java.util.Random;

/**
 * How a training runs.
 *
 * @param seed of what is drawn at random: the same seed, the same model
 * @param memoryBytes what it may take; what needs more is refused before it begins
 * @param progress is told how far it is
 */
public record Training(long seed, long memoryBytes, Progress progress) {
  /** A training that may take what the JVM has left, and tells nobody how far it is. */
  public static Training of(long seed) {
    Runtime jvm = Runtime.getRuntime();
    long taken = jvm.totalMemory() - jvm.freeMemory(); // some of it garbage: an upper bound
    return new Training(seed, jvm.maxMemory() - taken, Progress.NONE);
  }

  /** The random numbers of a training, from their beginning. */
  public Random random() {
    return new Random(seed);
  }
}
