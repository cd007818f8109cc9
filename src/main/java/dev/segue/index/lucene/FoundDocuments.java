package dev.segue.index.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/** Which documents were found, in whatever order, a segment perhaps more than once. */
final class FoundDocuments extends SimpleCollector {
  private final FixedBitSet found;
  private int docBase;

  FoundDocuments(int documents) {
    found = new FixedBitSet(documents);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) {
    docBase = leaf.docBase;
  }

  @Override
  public void collect(int document) {
    found.set(docBase + document);
  }

  /** For counting facets, which wants each segment once and its documents in order. */
  FacetsCollector inOrder(List<LeafReaderContext> leaves) throws IOException {
    FacetsCollector facets = new FacetsCollector();
    for (LeafReaderContext leaf : leaves) {
      LeafCollector inLeaf = facets.getLeafCollector(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      int document = next(leaf.docBase);
      while (document < end) {
        inLeaf.collect(document - leaf.docBase);
        document = next(document + 1);
      }
      inLeaf.finish();
    }
    return facets;
  }

  private int next(int from) {
    return from < found.length() ? found.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
  }
}
