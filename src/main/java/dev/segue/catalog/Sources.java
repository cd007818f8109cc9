package dev.segue.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sources of a catalogue as files; what lies elsewhere is downloaded and deleted in the end.
 */
final class Sources implements AutoCloseable {
  private final List<String> names;
  private final Progress progress;
  private final List<Path> temporary = new ArrayList<>();
  private List<CatalogFile> files;

  Sources(List<String> names, Progress progress) {
    this.names = List.copyOf(names);
    this.progress = progress;
  }

  /**
   * The files in the order of their names, downloaded by the first call.
   *
   * @throws CatalogException when one is not to be had
   */
  List<CatalogFile> files() throws IOException {
    if (files == null) {
      List<CatalogFile> found = new ArrayList<>();
      for (String name : names) {
        found.add(CatalogFile.at(name, isUrl(name) ? downloaded(name) : path(name)));
      }
      files = found;
    }
    return files;
  }

  private static boolean isUrl(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  private static Path path(String name) throws CatalogException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CatalogException("%s is no path of a file.".formatted(name), e);
    }
  }

  private Path downloaded(String url) throws IOException {
    Path target = Files.createTempFile("segue-download-", ".csv");
    temporary.add(target);
    target.toFile().deleteOnExit(); // for the program that is stopped before close()
    new Download(url, target, progress, Download.PATIENCE).run();
    return target;
  }

  @Override
  public void close() throws IOException {
    for (Path file : temporary) {
      Files.deleteIfExists(file);
    }
    temporary.clear();
    files = null;
  }
}
