package dev.segue.listening.model;

import dev.segue.catalog.Progress;
import java.util.Random;

/**
 * How a training runs.
 *
 * @param seed of what is drawn at random: the same seed, the same model
 * @param memoryBytes what it may take; what needs more is refused before it begins
 * @param progress is told how far it is
 * @param checkpoint where a long one is kept before it is done
 */
public record Training(long seed, long memoryBytes, Progress progress, Checkpoint checkpoint) {
  /** A training that is not kept before it is done. */
  public Training(long seed, long memoryBytes, Progress progress) {
    this(seed, memoryBytes, progress, Checkpoint.NONE);
  }

  /** A training that may take what the JVM has left, and tells nobody how far it is. */
  public static Training of(long seed) {
    return of(seed, Progress.NONE, Checkpoint.NONE);
  }

  /** A training that may take what the JVM has left. */
  public static Training of(long seed, Progress progress, Checkpoint checkpoint) {
    Runtime jvm = Runtime.getRuntime();
    if (taken(jvm) > jvm.maxMemory() / 4) {
      System.gc(); // what is left of the training before does not count
    }
    return new Training(seed, jvm.maxMemory() - taken(jvm), progress, checkpoint);
  }

  private static long taken(Runtime jvm) {
    return jvm.totalMemory() - jvm.freeMemory();
  }

  /** The random numbers of a training, from their beginning. */
  public Random random() {
    return new Random(seed);
  }
}
