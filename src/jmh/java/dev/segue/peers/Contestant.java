package dev.segue.peers;

import java.io.Closeable;
import java.io.IOException;

/**
 * A peer that was built, and what that took.
 *
 * @param buildSeconds wall-clock time
 * @param bytes by how much the heap grew, and what lies outside
 */
record Contestant(String name, Peer peer, Scratch scratch, double buildSeconds, long bytes)
    implements Closeable {

  /** Builds one; what it leaves behind when that fails is deleted. */
  static Contestant build(String name, Dataset dataset) throws Exception {
    Scratch scratch = Scratch.create();
    try {
      long heapBefore = heapBytes();
      long start = System.nanoTime();
      Peer peer =
          Peers.named(name).build(dataset.vectors(), dataset.space().metric(), scratch.folder());
      double seconds = (System.nanoTime() - start) / 1e9;
      long bytes = heapBytes() - heapBefore + peer.bytesOutsideHeap();
      return new Contestant(name, peer, scratch, seconds, bytes);
    } catch (Throwable e) {
      scratch.close();
      throw e;
    }
  }

  private static long heapBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Override
  public void close() throws IOException {
    peer.close();
    scratch.close();
  }
}
