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
 * Which documents are versions of one recording, from the most popular on. Numbers are those of
 * documents of the whole index. Eight bytes a document.
 */
final class VersionGroups {
  private static final int NONE = -1;

  /** The most popular version of each document, itself where it is alone. */
  private final int[] foremost;

  /** The next less popular version of each document, or {@link #NONE}. */
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

  /** The most popular version of a document. */
  int foremost(int document) {
    return foremost[document];
  }

  /** Whether a document has no other versions. */
  boolean isAlone(int document) {
    return foremost[document] == document && next[document] == NONE;
  }

  /** A document and its other versions, the most popular first. */
  List<Integer> versions(int document) {
    List<Integer> versions = new ArrayList<>();
    for (int each = foremost[document]; each != NONE; each = next[each]) {
      versions.add(each);
    }
    return versions;
  }

  /** Whether no version that is more popular passes. */
  boolean isForemost(int document, DocumentFilter passing) throws IOException {
    for (int each = foremost[document]; each != document; each = next[each]) {
      if (passing.accepts(each)) {
        return false;
      }
    }
    return true;
  }
}
