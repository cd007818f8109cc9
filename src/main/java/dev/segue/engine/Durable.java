package dev.segue.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Files that are on disk, or gone from it, and not only on their way, when a method returns. */
final class Durable {
  private Durable() {}

  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    sync(file);
  }

  /**
   * Puts a text in the place of a file's, all at once.
   *
   * @throws EngineException where the file system cannot do that
   */
  static void replace(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    write(next, text);
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new EngineException(
          "%s lies on a file system without atomic renames; use another.".formatted(file), e);
    }
    sync(file.toAbsolutePath().getParent());
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
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
