package dev.segue.engine;

import dev.segue.listening.model.Checkpoint;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of the training that is under way, or that was ended: {@code training/} in an
 * index's folder, and in it {@code checkpoint-N/}, of which the last counts. It is renamed from
 * {@code new/} once it is on disk, and then those before are deleted. One training at a time holds
 * {@code training.lock}, until it is done or dies.
 */
final class CheckpointFolder implements Checkpoint, Closeable {
  private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{1,9})");

  private final Path folder;
  private final FolderLock lock;
  private final Clock clock;
  private final Duration interval;
  private Instant kept;

  private CheckpointFolder(Path folder, FolderLock lock, Clock clock, Duration interval) {
    this.folder = folder;
    this.lock = lock;
    this.clock = clock;
    this.interval = interval;
    kept = clock.instant();
  }

  /**
   * The checkpoints of a training that begins now.
   *
   * @param index its folder
   * @param interval how much time's work may be lost
   * @throws BusyException when another training is under way
   */
  static CheckpointFolder open(Path index, Clock clock, Duration interval) throws IOException {
    FolderLock lock =
        FolderLock.take(
            index.resolve("training.lock"),
            "Another training for %s is under way; wait until it is done.".formatted(index));
    return new CheckpointFolder(index.resolve("training"), lock, clock, interval);
  }

  @Override
  public Optional<Path> last() throws IOException {
    SortedMap<Integer, Path> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.lastKey()));
  }

  @Override
  public boolean due() {
    return Duration.between(kept, clock.instant()).compareTo(interval) >= 0;
  }

  @Override
  public void keep(Content content) throws IOException {
    Path next = folder.resolve("new");
    if (Files.exists(next)) {
      Durable.delete(next);
    }
    Files.createDirectories(next);
    kept = clock.instant(); // also when it fails: then not every epoch shall try again
    content.write(next);
    Durable.sync(next);
    SortedMap<Integer, Path> before = all();
    int number = before.isEmpty() ? 1 : before.lastKey() + 1;
    Files.move(next, folder.resolve("checkpoint-" + number), StandardCopyOption.ATOMIC_MOVE);
    Durable.sync(folder);
    for (Path each : before.values()) {
      Durable.delete(each);
    }
  }

  /** Forgets what was kept. */
  void clear() throws IOException {
    if (Files.exists(folder)) {
      Durable.delete(folder);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private SortedMap<Integer, Path> all() throws IOException {
    SortedMap<Integer, Path> all = new TreeMap<>();
    if (!Files.exists(folder)) {
      return all;
    }
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.toList()) {
        Matcher matcher = NAME.matcher(child.getFileName().toString());
        if (matcher.matches()) {
          all.put(Integer.parseInt(matcher.group(1)), child);
        }
      }
    }
    return all;
  }
}
