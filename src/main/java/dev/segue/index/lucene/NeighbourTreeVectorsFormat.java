package dev.segue.index.lucene;

import dev.segue.vector.Metric;
import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.hnsw.FlatVectorScorerUtil;
import org.apache.lucene.codecs.hnsw.FlatVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99FlatVectorsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.VectorEncoding;

/**
 * Vectors with exact nearest neighbours, for few dimensions: Lucene's flat vectors, and beside them
 * a {@link dev.segue.vector.NeighbourTree} for every field of floats that are compared by {@code
 * EUCLIDEAN}, or by {@code DOT_PRODUCT} while they are of unit length. Whatever other fields there
 * are, bytes too, is compared one by one, and so is exact as well; so are vectors asked about by
 * collectors that want other than the k nearest.
 *
 * <p>Two files, each with a header and a checksum:
 *
 * <ul>
 *   <li>{@code .ntm}, read when the index is opened. For every field its number (int) and whether
 *       it has a tree (byte, 1 or 0), then the tree's size (int), the squared lengths of its
 *       shortest and its longest vector (doubles), where its blocks begin and how long they are
 *       (vlongs), the count of its axes (vint) and as many doubles for each as there are
 *       dimensions, the count of its nodes (vint) and three ints for each. -1 ends the list.
 *   <li>{@code .ntb}, mapped. The blocks of all trees, each tree aligned to 64 bytes. Nothing of it
 *       is copied where the directory maps, nor of the flat vectors, which trees read as well.
 * </ul>
 */
public final class NeighbourTreeVectorsFormat extends KnnVectorsFormat {
  static final String NAME = "SegueNeighbourTree";
  static final String META_EXTENSION = "ntm";
  static final String BLOCKS_EXTENSION = "ntb";
  static final String META_CODEC = NAME + "Meta";
  static final String BLOCKS_CODEC = NAME + "Blocks";
  static final int VERSION_START = 0;
  static final int VERSION_CURRENT = 0;

  private static final FlatVectorsFormat FLAT =
      new Lucene99FlatVectorsFormat(FlatVectorScorerUtil.getLucene99FlatVectorsScorer());

  /** For Lucene, which looks formats up by name. */
  public NeighbourTreeVectorsFormat() {
    super(NAME);
  }

  @Override
  public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
    return new NeighbourTreeVectorsWriter(state, FLAT);
  }

  @Override
  public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
    return new NeighbourTreeVectorsReader(state, FLAT);
  }

  @Override
  public int getMaxDimensions(String field) {
    return DEFAULT_MAX_DIMENSIONS;
  }

  /** How a tree compares what Lucene compares so, or {@code null} where no tree can. */
  static Metric metric(FieldInfo field) {
    if (field.getVectorEncoding() != VectorEncoding.FLOAT32) {
      return null;
    }
    return switch (field.getVectorSimilarityFunction()) {
      case EUCLIDEAN -> Metric.EUCLIDEAN;
      case DOT_PRODUCT -> Metric.COSINE;
      case COSINE, MAXIMUM_INNER_PRODUCT -> null;
    };
  }
}
