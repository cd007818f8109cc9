package dev.segue.index.lucene;

import dev.segue.index.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** The terms of a field, over all segments. */
final class Dictionary implements Vocabulary {
  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingInt(Near::edits)
          .thenComparing(Comparator.comparingInt(Near::tracks).reversed())
          .thenComparing(Near::text);

  private final IndexReader reader;
  private final String field;

  Dictionary(IndexReader reader, String field) {
    this.reader = reader;
    this.field = field;
  }

  Term term(String word) {
    return new Term(field, word);
  }

  @Override
  public int tracksWith(String word) throws IOException {
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

  @Override
  public List<Near> near(String word, int edits, int limit) throws IOException {
    Map<String, Near> near = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum each = new FuzzyTermsEnum(terms, term(word), edits, 0, true);
        for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
          String text = bytes.utf8ToString();
          int tracks = each.docFreq();
          near.merge(
              text,
              new Near(text, EditDistance.between(word, text), tracks),
              (one, other) -> new Near(text, one.edits(), one.tracks() + other.tracks()));
        }
      }
    }
    near.remove(word);
    List<Near> sorted = new ArrayList<>(near.values());
    sorted.sort(NEAREST_FIRST);
    return List.copyOf(sorted.subList(0, Math.min(limit, sorted.size())));
  }
}
