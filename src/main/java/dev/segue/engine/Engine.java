package dev.segue.engine;

import dev.segue.index.IndexBackend;
import dev.segue.index.lucene.LuceneBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A catalogue that answers. Follows its index from generation to generation: requests in flight end
 * on the one they began with, new ones get the new one, and nobody waits. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Generations generations;
  private final IndexBackend backend;
  private final ScheduledExecutorService follower =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("generation-follower").factory());

  /** The generation that was last found unfit, so that it is complained of once. */
  private final AtomicLong unfit = new AtomicLong(-1);

  private volatile OpenGeneration current;

  private Engine(Generations generations, IndexBackend backend, OpenGeneration current) {
    this.generations = generations;
    this.backend = backend;
    this.current = current;
  }

  /** The embedded default. */
  static IndexBackend backend() {
    return new LuceneBackend();
  }

  /** Whether a folder holds an index. */
  public static boolean exists(Path index) throws IOException {
    return new Generations(index).current().isPresent();
  }

  /**
   * Opens the current generation of an index.
   *
   * @throws EngineException when there is none, or it cannot be read by this program
   */
  public static Engine open(Path index) throws IOException {
    Generations generations = new Generations(index);
    OptionalLong current = generations.current();
    if (current.isEmpty()) {
      throw new EngineException(
          "No index in %s; build one with `segue index FILE.csv`.".formatted(index));
    }
    IndexBackend backend = backend();
    return new Engine(
        generations,
        backend,
        OpenGeneration.open(generations.folder(current.getAsLong()), backend));
  }

  /** From now on looks for a new generation every so often, and switches to it. */
  public void follow(Duration interval) {
    Future<?> unused =
        follower.scheduleWithFixedDelay(
            this::switchIfNew, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Borrows the current generation; to be closed by the borrower. */
  public Snapshot snapshot() {
    while (true) {
      OpenGeneration candidate = current;
      if (candidate.borrow()) {
        return new Snapshot(candidate);
      }
      if (candidate == current) {
        throw new IllegalStateException("the engine is closed");
      }
    }
  }

  private void switchIfNew() {
    long found = -1;
    try {
      found = generations.current().orElse(current.manifest().generation());
      if (found == current.manifest().generation() || found == unfit.get()) {
        return;
      }
      OpenGeneration old = current;
      current = OpenGeneration.open(generations.folder(found), backend);
      LOG.info(
          "Generation {} answers now, with {} tracks; {} leaves",
          found,
          current.manifest().tracks(),
          old.manifest().generation());
      old.release();
    } catch (IOException | RuntimeException e) {
      if (unfit.getAndSet(found) != found) {
        LOG.error(
            "Generation {} cannot be opened, {} goes on: {}",
            found,
            current.manifest().generation(),
            e.getMessage());
      }
    }
  }

  /** Stops following and gives the generation back; it closes when the last borrower has. */
  @Override
  public void close() {
    follower.shutdown();
    try {
      follower.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    current.release();
  }
}
