package dev.segue.peers;

import dev.segue.catalog.CatalogReader;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A catalogue that can be gone through again and again, one track at a time. */
interface Tracks {
  void forEach(Consumer<Track> tracks) throws IOException;

  /** Those of a CSV file. */
  static Tracks of(String file, boolean keepDuplicates) {
    ReadOptions options = new ReadOptions(keepDuplicates, false, ReadOptions.DEFAULT.maxRejects());
    return tracks -> {
      try (CatalogReader reader = new CatalogReader(List.of(file), options, Progress.NONE)) {
        reader.survey(tracks, reject -> {});
      }
    };
  }

  /** So many invented ones. */
  static Tracks generated(int size, long seed) {
    return new SyntheticCatalog(size, seed)::forEach;
  }
}
