package dev.segue.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The terms of a field, over all segments. */
final class Dictionary {
  private final IndexReader reader;
  private final String field;

  Dictionary(IndexReader reader, String field) {
    this.reader = reader;
    this.field = field;
  }

  Term term(String word) {
    return new Term(field, word);
  }

  /** How many documents have a term. */
  int tracksWith(String word) throws IOException {
    int tracks = 0;
    BytesRef bytes = new BytesRef(word);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        if (each.seekExact(bytes)) {
          tracks += each.docFreq();
        }
      }
    }
    return tracks;
  }

  /** Of how many documents each term is that some of each segment's are. */
  Map<String, Integer> tracksWith(Selection selection) throws IOException {
    Map<String, Integer> tracks = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum each = selection.of(terms);
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          tracks.merge(term.utf8ToString(), each.docFreq(), Integer::sum);
        }
      }
    }
    return tracks;
  }

  /** Some of the terms of a segment. */
  interface Selection {
    TermsEnum of(Terms terms) throws IOException;
  }
}
