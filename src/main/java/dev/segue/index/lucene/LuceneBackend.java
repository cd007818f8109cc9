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
  private final int segmentTracks;

  /** As few segments as memory allows. */
  public LuceneBackend() {
    this(Integer.MAX_VALUE);
  }

  /** Segments of so many tracks, to see that nobody can tell. */
  LuceneBackend(int segmentTracks) {
    this.segmentTracks = segmentTracks;
  }

  @Override
  public IndexBuilder create(Path folder, List<FeatureSpace> spaces) throws IOException {
    return new LuceneIndexBuilder(folder, spaces, segmentTracks);
  }

  @Override
  public TrackIndex open(Path folder, List<FeatureSpace> spaces) throws IOException {
    return LuceneTrackIndex.open(folder);
  }
}
