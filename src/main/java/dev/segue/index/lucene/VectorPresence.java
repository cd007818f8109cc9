package dev.segue.index.lucene;

import dev.segue.vector.VectorSpace;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents of an index have a vector, to be asked in any order, where Lucene's own iterators
 * only go forward: a bit a document for each field that not all documents have. Thread-safe.
 */
final class VectorPresence {
  private final Map<String, DocumentFilter> fields = new HashMap<>();

  /** Looks through an index. */
  VectorPresence(IndexReader reader) throws IOException {
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      if (field.hasVectorValues()) {
        fields.put(field.name, of(field.name, reader));
      }
    }
  }

  /** The documents that have a vector of a space, by their numbers in the whole index. */
  DocumentFilter of(VectorSpace space) {
    return fields.getOrDefault(TrackDocument.vector(space), document -> false);
  }

  private static DocumentFilter of(String field, IndexReader reader) throws IOException {
    FixedBitSet present = new FixedBitSet(reader.maxDoc());
    int count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
      if (vectors == null) {
        continue;
      }
      count += vectors.size();
      if (vectors.size() == leaf.reader().maxDoc()) {
        present.set(leaf.docBase, leaf.docBase + vectors.size());
        continue;
      }
      DocIndexIterator documents = vectors.iterator();
      while (documents.nextDoc() != DocIndexIterator.NO_MORE_DOCS) {
        present.set(leaf.docBase + documents.docID());
      }
    }
    return count == reader.maxDoc() ? document -> true : present::get;
  }
}
