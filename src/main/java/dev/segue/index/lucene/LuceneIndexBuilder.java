package dev.segue.index.lucene;

import dev.segue.catalog.Track;
import dev.segue.index.IndexBuilder;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Writes an index once, as one segment, since one tree of all tracks answers sooner than several of
 * some. The threads that add make documents side by side, but put them into one segment as long as
 * that fits in memory; where several were needed, they are merged at the end. That needs twice the
 * space of the index, and on the heap, for the tree, some 80 bytes a track of 16 dimensions.
 */
final class LuceneIndexBuilder implements IndexBuilder {
  private static final long MEGABYTE = 1 << 20;

  private final List<FeatureSpace> spaces;
  private final TextAnalysis analysis = new TextAnalysis();
  private final NameCache names = new NameCache(analysis);
  private final Sounds sounds = new Sounds();
  private final Directory directory;
  private final IndexWriter writer;
  private final Object adding = new Object();
  private final MergePolicy last;

  /**
   * Begins an index.
   *
   * @param bufferedTracks how many tracks are kept in memory at most, until they are a segment
   * @param last what is merged in the end; until then, nothing is
   */
  LuceneIndexBuilder(Path folder, List<FeatureSpace> spaces, int bufferedTracks, MergePolicy last)
      throws IOException {
    this.spaces = List.copyOf(spaces);
    this.last = last;
    directory = FSDirectory.open(folder);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(analysis)
                .setOpenMode(OpenMode.CREATE)
                .setCommitOnClose(false)
                .setUseCompoundFile(false)
                .setCodec(VectorFormats.codec(this.spaces))
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setMergeScheduler(new SerialMergeScheduler()) // a failure says its reason
                .setMaxBufferedDocs(bufferedTracks)
                .setRAMBufferSizeMB(bufferMegabytes()));
  }

  @Override
  public void add(int ordinal, Track track, Map<String, float[]> vectors, int foremost)
      throws IOException {
    Document document = TrackDocument.of(ordinal, track, vectors, spaces, analysis, names, sounds);
    document.add(new NumericDocValuesField(TrackDocument.FOREMOST, foremost));
    synchronized (adding) { // else every thread would fill a segment of its own
      writer.addDocument(document);
    }
  }

  @Override
  public void commit() throws IOException {
    writer.flush();
    writer.getConfig().setMergePolicy(last);
    writer.forceMerge(1);
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(writer, directory, analysis);
  }

  /** A third of the heap, so that a large catalogue becomes few segments. */
  static double bufferMegabytes() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / MEGABYTE / 3, 64, 1536);
  }
}
