package dev.segue.catalog;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.zip.GZIPInputStream;

/**
 * One file of a catalogue as it was when it was first looked at; it must stay so until all has been
 * read.
 *
 * @param name the source, as the caller named it
 * @param path where it lies
 * @param bytes its size
 * @param modified when it was last written
 */
record CatalogFile(String name, Path path, long bytes, FileTime modified) {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Looks at a file.
   *
   * @throws CatalogException when there is no such file, or it cannot be read twice
   */
  static CatalogFile at(String name, Path path) throws CatalogException {
    if (!Files.exists(path)) {
      throw new CatalogException("%s does not exist.".formatted(name));
    }
    if (Files.isDirectory(path)) {
      throw new CatalogException("%s is a folder. Name the files in it.".formatted(name));
    }
    if (!Files.isRegularFile(path)) {
      throw new CatalogException(
          "%s is no regular file; a catalogue is read twice. Save it to a file first."
              .formatted(name));
    }
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new CatalogFile(name, path, now.size(), now.lastModifiedTime());
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** The error for a source that cannot be read. */
  static CatalogException unreadable(String name, IOException cause) {
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new CatalogException(
        "%s cannot be read (%s%s).".formatted(name, cause.getClass().getSimpleName(), message),
        cause);
  }

  /** The error for a source that is not what it was. */
  CatalogException changed() {
    return new CatalogException(
        "%s changed while it was read. Try again when it is written completely.".formatted(name));
  }

  /**
   * Its text as bytes, decompressed if it is compressed.
   *
   * @param progress is told the bytes read from the disk
   * @throws CatalogException when the file has changed
   */
  InputStream open(Progress progress) throws IOException {
    CatalogFile now = at(name, path);
    if (!now.equals(this)) {
      throw changed();
    }
    InputStream file = new Watched(Files.newInputStream(path), progress);
    try {
      InputStream buffered = new BufferedInputStream(file, BUFFER_BYTES);
      buffered.mark(2);
      boolean gzip = (buffered.read() << 8 | buffered.read()) == GZIP_MAGIC;
      buffered.reset();
      return gzip ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Tells how many bytes were read. */
  private static final class Watched extends FilterInputStream {
    private final Progress progress;

    Watched(InputStream bytes, Progress progress) {
      super(bytes);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      progress.advance(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      progress.advance(Math.max(0, count));
      return count;
    }
  }
}
