package dev.segue.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears whole or not at all: written beside its place, and moved there when it is
 * done. Until then whatever stood there stays.
 */
public final class WholeFile {
  private final Path target;

  /**
   * Names the file and looks whether it can be written.
   *
   * @throws EngineException when its folder is missing, or something that is no file is in its
   *     place
   */
  public WholeFile(Path file) throws IOException {
    // A link stays a link; what it leads to is replaced.
    target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new EngineException("%s is no file that could be replaced.".formatted(file));
    }
    if (target.getFileName() == null || !Files.isDirectory(target.getParent())) {
      throw new EngineException("There is no folder for %s.".formatted(file));
    }
  }

  /** Writes what the file is to hold. */
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes the file.
   *
   * @throws IOException when it cannot be written; then nothing has changed
   */
  public void write(Content content) throws IOException {
    Path part =
        target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    part.toFile().deleteOnExit(); // when the program is told to end meanwhile
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.write(out);
      }
      Durable.sync(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
