package dev.segue.engine;

import dev.segue.catalog.CatalogWriter;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** An index of given tracks, built the way the program builds one. */
public final class TestIndex {
  private final Path folder;

  /**
   * An index that does not exist yet.
   *
   * @param folder of its own; need not exist
   */
  public TestIndex(Path folder) {
    this.folder = folder;
  }

  /** Builds the first generation, or the next one, and gives its number. */
  public long build(Iterable<Track> tracks) throws IOException {
    return build(tracks, ReadOptions.DEFAULT);
  }

  /** Builds the first generation, or the next one, and gives its number. */
  public long build(Iterable<Track> tracks, ReadOptions options) throws IOException {
    Path catalogue = Files.createTempFile("catalogue", ".csv");
    try {
      try (CatalogWriter writer = new CatalogWriter(Files.newBufferedWriter(catalogue))) {
        for (Track track : tracks) {
          writer.write(track);
        }
      }
      return new Rebuild(folder, Clock.systemUTC(), Progress.NONE)
          .run(List.of(catalogue.toString()), options, 1)
          .generation();
    } finally {
      Files.delete(catalogue);
    }
  }

  /** Opens the current generation; to be closed by the caller. */
  public Engine open() throws IOException {
    return Engine.open(folder);
  }
}
