package dev.segue.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that are on disk, and not only on their way, when a method returns. */
final class Durable {
  private Durable() {}

  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    sync(file);
  }

  /** Forces a file, or a folder's list of names, to disk. */
  static void sync(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    try (FileChannel channel =
        FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems cannot sync a folder, and need not.
      if (!folder) {
        throw e;
      }
    }
  }
}
