package dev.segue.index.lucene;

import dev.segue.catalog.NumericField;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.NumericUtils;

/** The numbers of documents, read without the rest of their tracks. */
record Numbers(IndexReader reader) {
  /** One for each document, NaN where it has none; documents in any order. */
  double[] of(NumericField field, int... documents) throws IOException {
    double[] numbers = new double[documents.length];
    Arrays.fill(numbers, Double.NaN);
    LeafReaderContext leaf = null;
    SortedNumericDocValues values = null;
    for (long next : rising(documents)) {
      int document = (int) (next >>> Integer.SIZE);
      if (leaf == null || document >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        values = DocValues.getSortedNumeric(leaf.reader(), TrackDocument.number(field));
      }
      if (values.advanceExact(document - leaf.docBase)) {
        numbers[(int) next] = NumericUtils.sortableLongToDouble(values.nextValue());
      }
    }
    return numbers;
  }

  /** The popularity of every document, from 0 to 100; 0 where it is unknown. */
  byte[] popularities() throws IOException {
    byte[] popularities = new byte[reader.maxDoc()];
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedNumericDocValues values =
          DocValues.getSortedNumeric(leaf.reader(), TrackDocument.number(NumericField.POPULARITY));
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        popularities[leaf.docBase + values.docID()] =
            (byte) NumericUtils.sortableLongToDouble(values.nextValue());
      }
    }
    return popularities;
  }

  /** Each document above its position, in the order of the documents: values are read forwards. */
  private static long[] rising(int... documents) {
    long[] rising = new long[documents.length];
    for (int i = 0; i < rising.length; i++) {
      rising[i] = (long) documents[i] << Integer.SIZE | i;
    }
    Arrays.sort(rising);
    return rising;
  }
}
