package dev.segue.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by one process, and once in it, from {@link #take} to {@link #close}, or until it dies. */
final class FolderLock implements Closeable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes a lock.
   *
   * @param file made when it is missing, and never deleted
   * @param busy what to say when another holds it
   * @throws BusyException when another holds it
   */
  static FolderLock take(Path file, String busy) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process: refused below.
    }
    channel.close();
    throw new BusyException(busy);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
