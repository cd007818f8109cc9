package dev.segue.listening.log;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few in at a time, in the order in which they came. Nobody waits long, nor behind many, so
 * that those who wait do not take all threads of a server. Thread-safe.
 */
final class Line {
  private static final int MOST_WAITING = 64;

  private final Semaphore turns;
  private final long patienceMillis;

  /**
   * A line that lets one in at a time.
   *
   * @param patienceMillis how long somebody waits at most
   */
  Line(long patienceMillis) {
    turns = new Semaphore(1, true);
    this.patienceMillis = patienceMillis;
  }

  /** Waits for a turn, which is to be given back with {@link #leave}; false where there is none. */
  boolean enter() {
    try {
      return waiting() < MOST_WAITING && turns.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** About how many wait. */
  int waiting() {
    return turns.getQueueLength();
  }

  void leave() {
    turns.release();
  }

  /** Lets so many more in at a time from now on. */
  void widen(int more) {
    turns.release(more);
  }
}
