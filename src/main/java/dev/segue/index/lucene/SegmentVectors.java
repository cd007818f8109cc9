package dev.segue.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/** The vectors of one segment, read in document order. */
final class SegmentVectors {
  private final LeafReaderContext leaf;
  private final FloatVectorValues values;
  private final KnnVectorValues.DocIndexIterator documents;

  /**
   * Vectors of a segment.
   *
   * @param values {@code null} when it has none
   */
  SegmentVectors(LeafReaderContext leaf, FloatVectorValues values) {
    this.leaf = leaf;
    this.values = values;
    documents = values == null ? null : values.iterator();
  }

  /** Those of the segment that holds a document. */
  static SegmentVectors around(int document, List<LeafReaderContext> leaves, String field)
      throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    return new SegmentVectors(leaf, leaf.reader().getFloatVectorValues(field));
  }

  /**
   * The document's vector, valid until the next call, or {@code null}. Documents must be asked for
   * in order.
   */
  float[] of(int document) throws IOException {
    int target = document - leaf.docBase;
    if (documents == null) {
      return null;
    }
    if (documents.docID() < target) {
      documents.advance(target);
    }
    return documents.docID() == target ? values.vectorValue(documents.index()) : null;
  }
}
