package dev.segue.index.lucene;

import dev.segue.catalog.Track;
import dev.segue.index.IndexBuilder;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** Writes an index once. Every thread that adds fills a segment of its own; none are merged. */
final class LuceneIndexBuilder implements IndexBuilder {
  private static final long MEGABYTE = 1 << 20;

  private final List<FeatureSpace> spaces;
  private final TextAnalysis analysis = new TextAnalysis();
  private final Directory directory;
  private final IndexWriter writer;

  LuceneIndexBuilder(Path folder, List<FeatureSpace> spaces) throws IOException {
    this.spaces = List.copyOf(spaces);
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
                .setRAMBufferSizeMB(bufferMegabytes()));
  }

  @Override
  public void add(int ordinal, Track track, Map<String, float[]> vectors) throws IOException {
    writer.addDocument(TrackDocument.of(ordinal, track, vectors, spaces, analysis));
  }

  @Override
  public void commit() throws IOException {
    flush();
    writer.commit();
  }

  /** Every thread that added left a buffer; they are written side by side. */
  private void flush() throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> flushes = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        flushes.add(executor.submit(this::flushBuffers));
      }
      for (Future<Void> flush : flushes) {
        flush.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("cannot write the index: " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the index was not written: interrupted", e);
    }
  }

  private Void flushBuffers() throws IOException {
    boolean more = true;
    while (more) {
      more = writer.flushNextBuffer();
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(writer, directory, analysis);
  }

  /** A third of the heap, so that a large catalogue becomes few segments. */
  private static double bufferMegabytes() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / MEGABYTE / 3, 64, 1536);
  }
}
