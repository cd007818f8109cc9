package dev.segue.engine;

import dev.segue.index.IndexBackend;
import dev.segue.index.lucene.LuceneBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private volatile OpenGeneration current;

  /** What led to the current generation, and why the last look at it failed; the follower's own. */
  private Generations.Pointer pointer;

  private String complaint;

  private Engine(Generations generations, Generations.Pointer pointer, IndexBackend backend)
      throws IOException {
    this.generations = generations;
    this.pointer = pointer;
    this.backend = backend;
    current =
        OpenGeneration.open(generations.folder(pointer.generation()), pointer.taste(), backend);
  }

  /** The embedded default. */
  static IndexBackend backend() {
    return new LuceneBackend();
  }

  /** Whether a folder holds an index. */
  public static boolean exists(Path index) throws IOException {
    return new Generations(index).pointed().isPresent();
  }

  /**
   * Opens the current generation of an index.
   *
   * @throws EngineException when there is none, or it cannot be read by this program
   */
  public static Engine open(Path index) throws IOException {
    Generations generations = new Generations(index);
    Generations.Pointer pointer =
        generations
            .pointed()
            .orElseThrow(
                () ->
                    new EngineException(
                        "No index in %s; build one with `segue index FILE.csv`.".formatted(index)));
    return new Engine(generations, pointer, backend());
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
    try {
      Optional<Generations.Pointer> found = generations.pointed();
      if (found.isPresent() && !found.get().equals(pointer)) {
        switchTo(found.get());
      }
    } catch (IOException | RuntimeException | Error e) {
      // Tried again, for the reason may pass; told once.
      if (!e.toString().equals(complaint)) {
        complaint = e.toString();
        LOG.error("{} goes on, for the next generation cannot be opened", generation(), e);
      }
    }
  }

  private void switchTo(Generations.Pointer found) throws IOException {
    OpenGeneration old = current;
    current = OpenGeneration.open(generations.folder(found.generation()), found.taste(), backend);
    pointer = found;
    complaint = null;
    LOG.info(
        "Generation {} answers now, with {} tracks and {}; {} leaves",
        generation(),
        current.manifest().tracks(),
        found.taste().orElse("no model of taste"),
        old.manifest().generation());
    old.release();
  }

  private long generation() {
    return current.manifest().generation();
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
