package dev.segue.index.lucene;

import dev.segue.vector.Memory;
import dev.segue.vector.Metric;
import dev.segue.vector.NeighbourTree;
import dev.segue.vector.NeighbourTreeShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.hnsw.FlatVectorsReader;
import org.apache.lucene.codecs.lucene95.HasIndexSlice;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.FileDataHint;
import org.apache.lucene.store.FileTypeHint;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MemorySegmentAccessInput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.VectorUtil;
import org.apache.lucene.util.hnsw.RandomVectorScorer;

/**
 * Searches the trees that {@link NeighbourTreeVectorsWriter} wrote; reads vectors as they lie flat.
 */
final class NeighbourTreeVectorsReader extends KnnVectorsReader {
  /** A tree and how many bytes its blocks take. */
  private record Tree(NeighbourTree tree, Metric metric, long bytes) {}

  /** By field; fields without a tree are not in it. */
  private final Map<String, Tree> trees = new HashMap<>();

  private FlatVectorsReader flat;
  private IndexInput blocks;

  NeighbourTreeVectorsReader(SegmentReadState state, FlatVectorsFormat flatFormat)
      throws IOException {
    try {
      flat = flatFormat.fieldsReader(state);
      blocks = open(state);
      readMeta(state);
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileSuppressingExceptions(e, this);
      throw e;
    }
  }

  @Override
  public void checkIntegrity() throws IOException {
    flat.checkIntegrity();
    CodecUtil.checksumEntireFile(blocks);
  }

  @Override
  public FloatVectorValues getFloatVectorValues(String field) throws IOException {
    return flat.getFloatVectorValues(field);
  }

  @Override
  public ByteVectorValues getByteVectorValues(String field) throws IOException {
    return flat.getByteVectorValues(field);
  }

  @Override
  public void search(String field, float[] target, KnnCollector collector, AcceptDocs accepted)
      throws IOException {
    VectorUtil.checkFinite(target);
    Tree tree = trees.get(field);
    // Only of a plain collector is it known that it wants the k nearest and nothing else: others
    // take all within a similarity, or the best of each parent.
    if (tree == null || !tree.metric().accepts(target) || !(collector instanceof TopKnnCollector)) {
      compareAll(flat.getRandomVectorScorer(field, target), collector, accepted);
    } else if (collector.k() > 0) {
      searchTree(tree, field, target, collector, accepted);
    }
  }

  private void searchTree(
      Tree tree, String field, float[] target, KnnCollector collector, AcceptDocs accepted)
      throws IOException {
    FloatVectorValues vectors = flat.getFloatVectorValues(field);
    TreeVisitor visitor = new TreeVisitor(collector, tree.metric(), vectors, accepted.bits());
    try {
      tree.tree().search(target, collector.k(), visitor.maxDistance(), visitor);
    } catch (IllegalStateException e) {
      throw new AlreadyClosedException("the index was closed meanwhile", e);
    }
  }

  @Override
  public void search(String field, byte[] target, KnnCollector collector, AcceptDocs accepted)
      throws IOException {
    compareAll(flat.getRandomVectorScorer(field, target), collector, accepted);
  }

  /**
   * The tree of a field, or {@code null} when it has none. Its points are the vectors' ordinals.
   */
  NeighbourTree tree(String field) {
    Tree tree = trees.get(field);
    return tree == null ? null : tree.tree();
  }

  @Override
  public Map<String, Long> getOffHeapByteSize(FieldInfo field) {
    Tree tree = trees.get(field.name);
    Map<String, Long> vectors = flat.getOffHeapByteSize(field);
    return tree == null
        ? vectors
        : mergeOffHeapByteSizeMaps(
            vectors, Map.of(NeighbourTreeVectorsFormat.BLOCKS_EXTENSION, tree.bytes()));
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(flat, blocks);
  }

  private static void compareAll(
      RandomVectorScorer scorer, KnnCollector collector, AcceptDocs accepted) throws IOException {
    Bits ords = scorer.getAcceptOrds(accepted.bits());
    for (int ord = 0; ord < scorer.maxOrd() && !collector.earlyTerminated(); ord++) {
      if (ords == null || ords.get(ord)) {
        collector.incVisitedCount(1);
        collector.collect(scorer.ordToDoc(ord), scorer.score(ord));
      }
    }
  }

  private void readMeta(SegmentReadState state) throws IOException {
    String name = fileName(state, NeighbourTreeVectorsFormat.META_EXTENSION);
    try (ChecksumIndexInput meta = state.directory.openChecksumInput(name)) {
      Throwable problem = null;
      try {
        checkHeader(meta, state, NeighbourTreeVectorsFormat.META_CODEC);
        for (int number = meta.readInt(); number != -1; number = meta.readInt()) {
          FieldInfo field = state.fieldInfos.fieldInfo(number);
          if (field == null) {
            throw new CorruptIndexException("there is no field " + number, meta);
          }
          readTree(field, meta);
        }
      } catch (Throwable e) { // a damaged number can ask for more memory than there is
        problem = e;
      } finally {
        CodecUtil.checkFooter(meta, problem);
      }
    }
  }

  private void readTree(FieldInfo field, DataInput meta) throws IOException {
    if (meta.readByte() == 0) {
      return;
    }
    Metric metric = NeighbourTreeVectorsFormat.metric(field);
    int size = meta.readInt();
    double least = readDouble(meta);
    double greatest = readDouble(meta);
    long offset = meta.readVLong();
    long length = meta.readVLong();
    double[][] axes = new double[meta.readVInt()][field.getVectorDimension()];
    for (double[] axis : axes) {
      for (int i = 0; i < axis.length; i++) {
        axis[i] = readDouble(meta);
      }
    }
    int[] nodes = new int[meta.readVInt() * NeighbourTreeShape.NUMBERS];
    meta.readInts(nodes, 0, nodes.length);
    NeighbourTreeShape shape =
        new NeighbourTreeShape(
            metric, field.getVectorDimension(), size, least, greatest, axes, nodes);
    Memory rows = memory(((HasIndexSlice) flat.getFloatVectorValues(field.name)).getSlice());
    Memory ofTree = memory(blocks.slice("neighbour tree", offset, length));
    trees.put(field.name, new Tree(new NeighbourTree(shape, ofTree, rows), metric, length));
  }

  private static double readDouble(DataInput meta) throws IOException {
    return Double.longBitsToDouble(meta.readLong());
  }

  /** What lies in a file where that is mapped, or a copy where the directory does not map. */
  private static Memory memory(IndexInput input) throws IOException {
    if (input instanceof MemorySegmentAccessInput mapped) {
      Object segment = mapped.segmentSliceOrNull(0, input.length());
      if (segment != null) {
        return Memory.of(segment);
      }
    }
    if (input.length() > Integer.MAX_VALUE - 8) {
      throw new IOException(
          "%s: %,d bytes that are not mapped are more than can be copied"
              .formatted(input, input.length()));
    }
    byte[] bytes = new byte[(int) input.length()];
    input.seek(0);
    input.readBytes(bytes, 0, bytes.length);
    return Memory.of(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
  }

  private static IndexInput open(SegmentReadState state) throws IOException {
    IndexInput input =
        state.directory.openInput(
            fileName(state, NeighbourTreeVectorsFormat.BLOCKS_EXTENSION),
            state.context.withHints(FileTypeHint.DATA, FileDataHint.KNN_VECTORS));
    try {
      checkHeader(input, state, NeighbourTreeVectorsFormat.BLOCKS_CODEC);
      CodecUtil.retrieveChecksum(input);
      return input;
    } catch (IOException | RuntimeException | Error e) {
      IOUtils.closeWhileSuppressingExceptions(e, input);
      throw e;
    }
  }

  private static void checkHeader(DataInput input, SegmentReadState state, String codec)
      throws IOException {
    CodecUtil.checkIndexHeader(
        input,
        codec,
        NeighbourTreeVectorsFormat.VERSION_START,
        NeighbourTreeVectorsFormat.VERSION_CURRENT,
        state.segmentInfo.getId(),
        state.segmentSuffix);
  }

  private static String fileName(SegmentReadState state, String extension) {
    return IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
  }
}
