package dev.segue.index;

import java.time.Duration;

/** How long a question may take. Thread-safe. */
public final class TimeBudget {
  /** A budget that nobody spends. */
  public static final TimeBudget ENDLESS = new TimeBudget(System.nanoTime() + Long.MAX_VALUE / 2);

  private final long deadlineNanos;

  private TimeBudget(long deadlineNanos) {
    this.deadlineNanos = deadlineNanos;
  }

  /** A budget that is spent so long after now. */
  public static TimeBudget of(Duration duration) {
    return new TimeBudget(System.nanoTime() + duration.toNanos());
  }

  /** Whether it is spent. */
  public boolean isSpent() {
    return System.nanoTime() - deadlineNanos >= 0;
  }
}
