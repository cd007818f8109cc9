package dev.segue.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * The one writer of an index's folder: holds its lock from {@link #open} to {@link #close}, or
 * until it dies.
 */
final class GenerationWriter implements Closeable {
  private final Generations generations;
  private final FolderLock lock;

  private GenerationWriter(Generations generations, FolderLock lock) {
    this.generations = generations;
    this.lock = lock;
  }

  /**
   * Takes the lock, and makes the folder when there is none.
   *
   * @throws BusyException when another holds the lock
   */
  static GenerationWriter open(Generations generations) throws IOException {
    Path folder = generations.folder();
    Files.createDirectories(folder);
    return new GenerationWriter(
        generations,
        FolderLock.take(
            folder.resolve("write.lock"),
            "Another build is writing to %s; wait until it is done.".formatted(folder)));
  }

  /** Makes an empty folder for the next generation, after clearing what dead builds left. */
  long begin() throws IOException {
    OptionalLong current = generations.current();
    SortedMap<Long, Path> all = generations.all();
    for (var generation : all.entrySet()) {
      if (current.isEmpty() || generation.getKey() > current.getAsLong()) {
        Durable.delete(generation.getValue());
      }
    }
    long next = current.orElse(0) + 1;
    Files.createDirectories(Generations.store(generations.folder(next)));
    return next;
  }

  /** Makes a finished generation the one that answers. */
  void switchTo(long generation) throws IOException {
    Durable.sync(generations.folder(generation));
    Durable.replace(generations.pointer(), Generations.name(generation) + "\n");
  }

  /** The models of taste of a generation, of which one may be installed now. */
  Tastes tastes(long generation) {
    return new Tastes(generations.folder(generation));
  }

  /** Deletes all but the newest generations. */
  void keep(int newest) throws IOException {
    SortedMap<Long, Path> all = generations.all();
    while (all.size() > newest) {
      Durable.delete(all.remove(all.firstKey()));
    }
  }

  /** Deletes an unfinished generation. */
  void discard(long generation) throws IOException {
    Durable.delete(generations.folder(generation));
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
