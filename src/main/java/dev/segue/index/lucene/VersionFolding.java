package dev.segue.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.ArrayUtil;

/**
 * Lets through, of each recording, only the foremost of the documents that are found. Documents
 * that are alone go through at once; of the others it is known at the end only, in {@link #finish}.
 * Documents must come in order.
 */
final class VersionFolding implements Collector {
  private final Collector folded;
  private final VersionGroups groups;
  private final List<LeafReaderContext> leaves;
  private int[] documents = new int[64];
  private float[] scores = new float[64];
  private int size;

  /**
   * Begins.
   *
   * @param folded gets what is left
   */
  VersionFolding(Collector folded, VersionGroups groups, List<LeafReaderContext> leaves) {
    this.folded = folded;
    this.groups = groups;
    this.leaves = leaves;
  }

  @Override
  public ScoreMode scoreMode() {
    return folded.scoreMode();
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
    LeafCollector inLeaf = folded.getLeafCollector(leaf);
    boolean scored = scoreMode().needsScores();
    return new LeafCollector() {
      private Scorable scorer;

      @Override
      public void setScorer(Scorable scorer) throws IOException {
        this.scorer = scorer;
        inLeaf.setScorer(scorer);
      }

      @Override
      public void collect(int document) throws IOException {
        if (groups.isAlone(leaf.docBase + document)) {
          inLeaf.collect(document);
        } else {
          keep(leaf.docBase + document, scored ? scorer.score() : 0);
        }
      }

      @Override
      public void finish() throws IOException {
        inLeaf.finish();
      }
    };
  }

  private void keep(int document, float score) {
    if (size == documents.length) {
      documents = ArrayUtil.grow(documents, size + 1);
      scores = ArrayUtil.growExact(scores, documents.length);
    }
    documents[size] = document;
    scores[size] = score;
    size++;
  }

  /** Lets the others through, after the last document was found. */
  void finish() throws IOException {
    Kept kept = new Kept();
    LeafReaderContext leaf = null;
    LeafCollector inLeaf = null;
    for (int i = 0; i < size; i++) {
      if (!groups.isForemost(documents[i], this::isKept)) {
        continue;
      }
      int ord = ReaderUtil.subIndex(documents[i], leaves);
      if (leaf == null || leaf.ord != ord) {
        if (inLeaf != null) {
          inLeaf.finish();
        }
        leaf = leaves.get(ord);
        inLeaf = folded.getLeafCollector(leaf);
        inLeaf.setScorer(kept);
      }
      kept.score = scores[i];
      inLeaf.collect(documents[i] - leaf.docBase);
    }
    if (inLeaf != null) {
      inLeaf.finish();
    }
  }

  private boolean isKept(int document) {
    return Arrays.binarySearch(documents, 0, size, document) >= 0;
  }

  private static final class Kept extends Scorable {
    private float score;

    @Override
    public float score() {
      return score;
    }
  }
}
