package dev.segue.engine;

import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventLogException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of events as a server keeps it: what it takes in, and for how long. Thread-safe. */
public final class Listening implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private static final long HOUR_SECONDS = 3_600;

  /** After a failure, and until what was erased is cut from the disk. */
  private static final long SOON_SECONDS = 60;

  private final EventLog log;
  private final UnknownTracks unknownTracks;
  private final ScheduledExecutorService forgetter =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  /** What becomes of events with tracks that the catalogue does not have. */
  public enum UnknownTracks {
    /** They are kept, and count as soon as the catalogue has the track. */
    PENDING,
    /** They are refused, with all that came with them. */
    REFUSE
  }

  private Listening(EventLog log, UnknownTracks unknownTracks) {
    this.log = log;
    this.unknownTracks = unknownTracks;
  }

  /**
   * Opens a log; its database need not be there yet. It is prepared meanwhile, and where that fails
   * the log says why.
   *
   * @param place see {@link EventLog#at}
   * @param retention how long events are kept; for good where it is empty
   */
  public static Listening open(
      String place, UnknownTracks unknownTracks, Optional<Duration> retention, Clock clock) {
    Listening listening = new Listening(EventLog.at(place), unknownTracks);
    listening.forgetter.execute(() -> listening.keepUp(retention, clock));
    Future<?> unused =
        listening.forgetter.scheduleWithFixedDelay(
            listening.log::cut, SOON_SECONDS, SOON_SECONDS, TimeUnit.SECONDS);
    return listening;
  }

  /** Does what is due, and again later. */
  private void keepUp(Optional<Duration> kept, Clock clock) {
    Future<?> unused =
        forgetter.schedule(
            () -> keepUp(kept, clock),
            forget(kept, clock) ? HOUR_SECONDS : SOON_SECONDS,
            TimeUnit.SECONDS);
  }

  /** Whether all that is to be forgotten is forgotten. */
  private boolean forget(Optional<Duration> kept, Clock clock) {
    try {
      log.prepare();
      if (kept.isPresent()) {
        int forgotten = log.deleteBefore(clock.instant().minus(kept.get()));
        if (forgotten > 0) {
          LOG.info("{} events older than {} days are forgotten", forgotten, kept.get().toDays());
        }
      }
      return true;
    } catch (EventLogException e) {
      LOG.debug("Tried again soon: {}", e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.warn("Old events are not forgotten yet: {}", e.getMessage());
      return false;
    }
  }

  /** The log. */
  public EventLog log() {
    return log;
  }

  /** What becomes of events with unknown tracks. */
  public UnknownTracks unknownTracks() {
    return unknownTracks;
  }

  @Override
  public void close() {
    forgetter.shutdownNow();
    log.close();
  }
}
