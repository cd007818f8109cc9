package dev.segue.peers;

import dev.segue.vector.Metric;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Vectors in the hands of a library, ready to be asked. For one thread. */
interface Peer extends Closeable {
  /** Hands vectors to a library; what it takes is the build time. */
  interface Builder {
    /**
     * Builds on all cores where the library can.
     *
     * @param vectors {@code float[n][d]}; of unit length for {@link Metric#COSINE}. A library that
     *     keeps them on the heap copies them, so that they count as its memory
     * @param folder an empty one for its files
     */
    Peer build(float[][] vectors, Metric metric, Path folder) throws Exception;
  }

  /** Whether it answers with the true nearest, so that there is no effort to choose. */
  boolean exact();

  /**
   * The nearest points.
   *
   * @param effort how many candidates the search keeps, at least k; of no matter where exact
   * @return the numbers of up to k points, the nearest first
   */
  int[] nearest(float[] query, int k, int effort) throws IOException;

  /** What it takes in files and in memory of its own, in bytes. */
  long bytesOutsideHeap() throws IOException;
}
