package dev.segue.peers;

import dev.segue.index.lucene.NeighbourTreeVectorsFormat;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Lucene over one mapped segment, asked by {@link KnnFloatVectorQuery}.
 *
 * <p>The vectors are first written without an index, in a few segments, which are then merged into
 * one: only merges build graphs on all cores. Both count as build time.
 */
final class LucenePeer implements Peer {
  private static final String FIELD = "vector";
  private static final int STAGED_SEGMENTS = 4;

  private final boolean exact;
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private LucenePeer(Directory directory, boolean exact) throws IOException {
    this.exact = exact;
    this.directory = directory;
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  /** With our format. */
  static LucenePeer tree(float[][] vectors, Metric metric, Path folder) throws IOException {
    return build(vectors, metric, folder, new NeighbourTreeVectorsFormat(), true);
  }

  /**
   * With Lucene's graph.
   *
   * @param links how many a node keeps (M)
   * @param beam how many neighbours are considered when a node is linked
   */
  static LucenePeer hnsw(float[][] vectors, Metric metric, Path folder, int links, int beam)
      throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService executor = Executors.newFixedThreadPool(cores)) {
      KnnVectorsFormat format = new Lucene99HnswVectorsFormat(links, beam, cores, executor);
      return build(vectors, metric, folder, format, false);
    }
  }

  private static LucenePeer build(
      float[][] vectors, Metric metric, Path folder, KnnVectorsFormat format, boolean exact)
      throws IOException {
    Directory directory = FSDirectory.open(folder);
    KnnVectorsFormat unindexed =
        new Lucene99HnswVectorsFormat(
            Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
            Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
            1,
            null,
            Integer.MAX_VALUE);
    int segment = Math.max(2, Math.ceilDiv(vectors.length, STAGED_SEGMENTS));
    VectorSimilarityFunction similarity =
        metric == Metric.COSINE
            ? VectorSimilarityFunction.DOT_PRODUCT
            : VectorSimilarityFunction.EUCLIDEAN;
    try (IndexWriter writer =
        new IndexWriter(directory, config(unindexed).setMaxBufferedDocs(segment))) {
      for (float[] vector : vectors) {
        Document document = new Document();
        document.add(new KnnFloatVectorField(FIELD, vector, similarity));
        writer.addDocument(document);
      }
    }
    try (IndexWriter writer = new IndexWriter(directory, config(format))) {
      writer.forceMerge(1);
    }
    return new LucenePeer(directory, exact);
  }

  /** Segments are merged in order, so that a document's number stays that of its vector. */
  private static IndexWriterConfig config(KnnVectorsFormat format) {
    return new IndexWriterConfig()
        .setMergePolicy(new LogDocMergePolicy())
        .setUseCompoundFile(false)
        .setRAMBufferSizeMB(1536)
        .setCodec(
            new Lucene104Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return format;
              }
            });
  }

  @Override
  public boolean exact() {
    return exact;
  }

  @Override
  public int[] nearest(float[] query, int k, int effort) throws IOException {
    int candidates = exact ? k : effort;
    return Arrays.stream(
            searcher.search(new KnnFloatVectorQuery(FIELD, query, candidates), k).scoreDocs)
        .mapToInt(hit -> hit.doc)
        .toArray();
  }

  @Override
  public long bytesOutsideHeap() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}
