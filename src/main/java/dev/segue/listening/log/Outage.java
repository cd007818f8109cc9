package dev.segue.listening.log;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * While a database cannot be reached nobody shall wait for what somebody else waits for in vain:
 * after a failure it is left alone for a pause, and then one call at a time tries. Thread-safe.
 */
final class Outage {
  private final long pauseNanos;
  private Optional<Fault> fault = Optional.empty();
  private long nextNanos;

  Outage(long pauseMillis) {
    pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
  }

  /** Why a call is not to try; empty where it is, and then others wait for another pause. */
  synchronized Optional<Fault> refusal() {
    if (fault.isPresent() && System.nanoTime() - nextNanos < 0) {
      return fault;
    }
    pause();
    return Optional.empty();
  }

  synchronized void begin(Fault reason) {
    fault = Optional.of(reason);
    pause();
  }

  synchronized void end() {
    fault = Optional.empty();
  }

  private void pause() {
    nextNanos = System.nanoTime() + pauseNanos;
  }
}
