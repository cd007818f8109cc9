package dev.segue.index.lucene;

import dev.segue.index.Attachment;
import dev.segue.index.IndexBackend;
import dev.segue.index.IndexBuilder;
import dev.segue.index.TrackIndex;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;

/** Indexes in a folder of this machine. Nothing to install. */
public final class LuceneBackend implements IndexBackend {
  private final int bufferedTracks;
  private final MergePolicy last;

  /** Indexes of one segment. */
  public LuceneBackend() {
    this(Integer.MAX_VALUE, new TieredMergePolicy());
  }

  /**
   * Indexes by way of several segments, to see that nobody can tell.
   *
   * @param bufferedTracks how many tracks are kept in memory at most, until they are a segment
   * @param last what is merged in the end
   */
  LuceneBackend(int bufferedTracks, MergePolicy last) {
    this.bufferedTracks = bufferedTracks;
    this.last = last;
  }

  @Override
  public IndexBuilder create(Path folder, List<FeatureSpace> spaces) throws IOException {
    return new LuceneIndexBuilder(folder, spaces, bufferedTracks, last);
  }

  @Override
  public TrackIndex open(Path folder, List<FeatureSpace> spaces, Optional<Attachment> attachment)
      throws IOException {
    return LuceneTrackIndex.open(folder, attachment);
  }

  @Override
  public void attach(Path folder, Attachment attachment, Vectors vectors) throws IOException {
    AttachedVectors.write(folder, attachment, vectors);
  }
}
