package dev.segue.index.lucene;

import dev.segue.index.Attachment;
import dev.segue.index.IndexBackend.Vectors;
import dev.segue.vector.VectorSpace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.CompositeReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.ParallelCompositeReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * One more field of vectors for an index that never changes: an index of its own, whose documents
 * are those of the first, segment by segment, and read as one with it. So everything that the first
 * knows of a document, such as whether it passes a filter, holds for its vector.
 */
final class AttachedVectors implements Closeable {
  private final VectorSpace space;
  private final Directory directory;
  private final IndexReader joined;

  private AttachedVectors(VectorSpace space, Directory directory, IndexReader joined) {
    this.space = space;
    this.directory = directory;
    this.joined = joined;
  }

  /** Writes vectors beside an index. */
  static void write(Path folder, Attachment attachment, Vectors vectors) throws IOException {
    VectorSpace space = attachment.space();
    try (Directory indexed = FSDirectory.open(folder);
        DirectoryReader index = DirectoryReader.open(indexed);
        Directory directory = FSDirectory.open(attachment.folder());
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig(null)
                    .setOpenMode(OpenMode.CREATE)
                    .setCommitOnClose(false)
                    .setUseCompoundFile(false)
                    .setCodec(VectorFormats.codec(List.of()))
                    .setMergePolicy(NoMergePolicy.INSTANCE)
                    .setMergeScheduler(new SerialMergeScheduler())
                    .setRAMBufferSizeMB(LuceneIndexBuilder.bufferMegabytes()))) {
      int[] ordinals = LuceneTrackIndex.ordinals(index);
      for (LeafReaderContext leaf : index.leaves()) {
        for (int document = 0; document < leaf.reader().maxDoc(); document++) {
          writer.addDocument(document(space, vectors.of(ordinals[leaf.docBase + document])));
        }
        writer.flush();
      }
      if (index.leaves().size() == 1) { // whose documents may have been too many for one flush
        writer.getConfig().setMergePolicy(new LogDocMergePolicy()); // which keeps their order
        writer.forceMerge(1);
      }
      writer.commit();
    }
  }

  private static Document document(VectorSpace space, float[] vector) {
    Document document = new Document();
    if (vector != null) {
      document.add(
          new KnnFloatVectorField(
              TrackDocument.vector(space), vector, TrackDocument.similarity(space.metric())));
    }
    return document;
  }

  /**
   * Joins vectors with the index that they were written for.
   *
   * @param index stays open until this is closed
   * @throws IOException when they are damaged, or were written for another index
   */
  static AttachedVectors open(CompositeReader index, Attachment attachment) throws IOException {
    Directory directory = FSDirectory.open(attachment.folder());
    DirectoryReader reader = null;
    try {
      reader = DirectoryReader.open(directory);
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      IndexReader joined = new ParallelCompositeReader(false, index, reader);
      reader.close(); // joined keeps it
      return new AttachedVectors(attachment.space(), directory, joined);
    } catch (IllegalArgumentException e) {
      IOUtils.closeWhileHandlingException(reader, directory);
      throw new IOException("%s was written for another index".formatted(attachment.folder()), e);
    } catch (IOException | RuntimeException e) {
      IOUtils.closeWhileSuppressingExceptions(e, reader, directory);
      throw e;
    }
  }

  /** In which they are. */
  VectorSpace space() {
    return space;
  }

  /** The index, with these vectors as one more field. */
  IndexReader reader() {
    return joined;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(joined, directory);
  }
}
