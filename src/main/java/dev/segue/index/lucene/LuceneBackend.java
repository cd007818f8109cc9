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
  private final int bufferedTracks;
  private final int segments;

  /** One segment, by way of as few as memory allows. */
  public LuceneBackend() {
    this(Integer.MAX_VALUE, 1);
  }

  /** For {@link LuceneIndexBuilder}; to see that nobody can tell. */
  LuceneBackend(int bufferedTracks, int segments) {
    this.bufferedTracks = bufferedTracks;
    this.segments = segments;
  }

  @Override
  public IndexBuilder create(Path folder, List<FeatureSpace> spaces) throws IOException {
    return new LuceneIndexBuilder(folder, spaces, bufferedTracks, segments);
  }

  @Override
  public TrackIndex open(Path folder, List<FeatureSpace> spaces) throws IOException {
    return LuceneTrackIndex.open(folder);
  }
}
