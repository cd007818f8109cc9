package dev.segue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Closes a stream from which nothing has come for a while, so that nobody waits for it forever. */
final class StallGuard implements AutoCloseable {
  private final InputStream guarded;
  private final long patienceNanos;
  private final Thread thread;
  private volatile long lastSignNanos = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(InputStream guarded, Duration patience) {
    this.guarded = guarded;
    this.patienceNanos = patience.toNanos();
    this.thread = Thread.ofVirtual().name("segue-stall-guard").start(this::watch);
  }

  /**
   * Something came, or the stream ended; its reader calls this after every read.
   *
   * @throws IOException when the stream ended because it was closed here
   */
  void signOfLife() throws IOException {
    if (stalled) {
      throw new IOException(
          "nothing came for %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(patienceNanos)));
    }
    lastSignNanos = System.nanoTime();
  }

  private void watch() {
    try {
      long rest = patienceNanos;
      while (rest > 0) {
        Thread.sleep(Duration.ofNanos(rest));
        rest = patienceNanos - (System.nanoTime() - lastSignNanos);
      }
      stalled = true;
      guarded.close();
    } catch (InterruptedException | IOException e) {
      // no longer needed, or closed already
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
