package dev.segue.index.lucene;

import dev.segue.catalog.Track;
import dev.segue.index.IndexBuilder;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Writes an index once, as one segment, since one tree of all tracks answers sooner than several of
 * some. The threads that add make documents side by side, but put them into one segment as long as
 * that fits in memory; where several were needed, they are merged at the end.
 */
final class LuceneIndexBuilder implements IndexBuilder {
  private static final long MEGABYTE = 1 << 20;

  private final List<FeatureSpace> spaces;
  private final TextAnalysis analysis = new TextAnalysis();
  private final NameCache names = new NameCache(analysis);
  private final Directory directory;
  private final IndexWriter writer;
  private final Object adding = new Object();
  private final int segments;

  /**
   * Begins an index.
   *
   * @param bufferedTracks how many tracks are kept in memory at most, until they are a segment
   * @param segments how many segments there are at most in the end
   */
  LuceneIndexBuilder(Path folder, List<FeatureSpace> spaces, int bufferedTracks, int segments)
      throws IOException {
    this.spaces = List.copyOf(spaces);
    this.segments = segments;
    directory = FSDirectory.open(folder);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(analysis)
                .setOpenMode(OpenMode.CREATE)
                .setCommitOnClose(false)
                .setUseCompoundFile(false)
                .setCodec(VectorFormats.codec(this.spaces))
                .setMergePolicy(new AtTheEnd())
                .setMaxBufferedDocs(bufferedTracks)
                .setRAMBufferSizeMB(bufferMegabytes()));
  }

  @Override
  public void add(int ordinal, Track track, Map<String, float[]> vectors) throws IOException {
    Document document = TrackDocument.of(ordinal, track, vectors, spaces, names);
    synchronized (adding) { // else every thread would fill a segment of its own
      writer.addDocument(document);
    }
  }

  @Override
  public void commit() throws IOException {
    writer.forceMerge(segments);
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(writer, directory, analysis);
  }

  /** A third of the heap, so that a large catalogue becomes few segments. */
  private static double bufferMegabytes() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / MEGABYTE / 3, 64, 1536);
  }

  /** Merges when it is forced to, and not before. */
  private static final class AtTheEnd extends FilterMergePolicy {
    AtTheEnd() {
      super(new TieredMergePolicy());
    }

    @Override
    public MergeSpecification findMerges(
        MergeTrigger trigger, SegmentInfos infos, MergeContext context) {
      return null;
    }
  }
}
