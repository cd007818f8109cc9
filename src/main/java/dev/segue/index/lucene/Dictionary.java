package dev.segue.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

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

  /** For one question, which looks for many terms. */
  Lookup lookup() throws IOException {
    List<TermsEnum> segments = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        segments.add(terms.iterator());
      }
    }
    return new Lookup(segments);
  }

  /** Looks terms up, one after another; for one thread. */
  static final class Lookup {
    private final List<TermsEnum> segments;
    private boolean found;

    private Lookup(List<TermsEnum> segments) {
      this.segments = segments;
    }

    /** Looks for a term, and whether any term may begin with it. */
    boolean find(String word) throws IOException {
      BytesRef bytes = new BytesRef(word);
      boolean begins = false;
      found = false;
      for (TermsEnum each : segments) {
        switch (each.seekCeil(bytes)) {
          case FOUND -> found = true;
          case NOT_FOUND -> begins |= StringHelper.startsWith(each.term(), bytes);
          case END -> {}
        }
      }
      return found || begins;
    }

    /** Whether the term that was looked for last is there. */
    boolean found() {
      return found;
    }
  }

  /** Some of the terms of a segment. */
  interface Selection {
    TermsEnum of(Terms terms) throws IOException;
  }
}
