package dev.segue.index.lucene;

import dev.segue.index.IndexBackend;
import dev.segue.index.IndexBuilder;
import dev.segue.index.TrackIndex;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Indexes in a folder of this machine. Nothing to install. */
public final class LuceneBackend implements IndexBackend {
  @Override
  public IndexBuilder create(Path folder, List<FeatureSpace> spaces) throws IOException {
    return new LuceneIndexBuilder(folder, spaces);
  }

  @Override
  public TrackIndex open(Path folder, List<FeatureSpace> spaces) throws IOException {
    return LuceneTrackIndex.open(folder);
  }
}
