package dev.segue.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Which documents are versions of one recording: first the one that stands for it, then from the
 * most popular on. Numbers are those of documents of the whole index. Eight bytes a document.
 */
final class VersionGroups {
  private static final int NONE = -1;

  /** The version that stands for each document's recording, itself where it is alone. */
  private final int[] foremost;

  /** The version after each document, or {@link #NONE}. */
  private final int[] next;

  private VersionGroups(int[] foremost, int[] next) {
    this.foremost = foremost;
    this.next = next;
  }

  /**
   * Reads the groups of an index.
   *
   * @param documents of every ordinal
   * @param popularities of every document
   */
  static VersionGroups of(IndexReader reader, int[] documents, byte[] popularities)
      throws IOException {
    int[] foremost = new int[documents.length];
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(TrackDocument.FOREMOST);
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        foremost[leaf.docBase + values.docID()] = documents[Math.toIntExact(values.longValue())];
      }
    }
    int[] next = new int[foremost.length];
    Arrays.fill(next, NONE);
    for (int document : documents) { // in the order of the catalogue, which decides between equals
      if (foremost[document] != document) {
        int before = foremost[document];
        while (next[before] != NONE && popularities[next[before]] >= popularities[document]) {
          before = next[before];
        }
        next[document] = next[before];
        next[before] = document;
      }
    }
    return new VersionGroups(foremost, next);
  }

  /** The version that stands for a document's recording. */
  int foremost(int document) {
    return foremost[document];
  }

  /** Whether a document has no other versions. */
  boolean isAlone(int document) {
    return foremost[document] == document && next[document] == NONE;
  }

  /** A document and its other versions, in their order. */
  List<Integer> versions(int document) {
    List<Integer> versions = new ArrayList<>();
    for (int each = foremost[document]; each != NONE; each = next[each]) {
      versions.add(each);
    }
    return versions;
  }

  /** Whether no version before it passes. */
  boolean isForemost(int document, DocumentFilter passing) throws IOException {
    for (int each = foremost[document]; each != document; each = next[each]) {
      if (passing.accepts(each)) {
        return false;
      }
    }
    return true;
  }
}
