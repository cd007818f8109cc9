package dev.segue.index.lucene;

import dev.segue.vector.FeatureSpace;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * The k nearest documents to a point. The graph proposes, distances in double precision over the
 * kept vectors decide; where the graph proposes too few, every document that passes is measured.
 */
final class NearestSearch {
  /** A document and its distance from the point; nearest first, then in document order. */
  record Neighbour(int document, int ordinal, double distance) {
    static final Comparator<Neighbour> NEAREST =
        Comparator.comparingDouble(Neighbour::distance).thenComparingInt(Neighbour::ordinal);
  }

  private final IndexSearcher searcher;
  private final int[] ordinals;

  /**
   * A search over an index.
   *
   * @param ordinals of every document
   */
  NearestSearch(IndexSearcher searcher, int[] ordinals) {
    this.searcher = searcher;
    this.ordinals = ordinals;
  }

  /** At most k neighbours that pass the filter, fewer only when no more have a vector. */
  List<Neighbour> nearest(FeatureSpace space, float[] point, int k, Query filter)
      throws IOException {
    if (space.metric() != Metric.MANHATTAN) {
      List<Neighbour> proposed =
          propose(space, point, Math.max(k, VectorFormats.CANDIDATES), filter);
      if (proposed.size() >= k) {
        return proposed.subList(0, k);
      }
    }
    return measureAll(space, point, k, filter);
  }

  private List<Neighbour> propose(FeatureSpace space, float[] point, int candidates, Query filter)
      throws IOException {
    String field = TrackDocument.vector(space);
    Query passing = filter instanceof MatchAllDocsQuery ? null : filter;
    ScoreDoc[] hits =
        searcher.search(new KnnFloatVectorQuery(field, point, candidates, passing), candidates)
            .scoreDocs;
    List<Neighbour> proposed = new ArrayList<>(hits.length);
    ScoreDoc[] byDocument = hits.clone();
    Arrays.sort(byDocument, Comparator.comparingInt(hit -> hit.doc));
    Vectors vectors = null;
    for (ScoreDoc hit : byDocument) {
      if (vectors == null || !vectors.holds(hit.doc)) {
        vectors = Vectors.around(hit.doc, searcher.getIndexReader().leaves(), field);
      }
      proposed.add(neighbour(hit.doc, space.metric().distance(point, vectors.of(hit.doc))));
    }
    proposed.sort(Neighbour.NEAREST);
    return proposed;
  }

  private List<Neighbour> measureAll(FeatureSpace space, float[] point, int k, Query filter)
      throws IOException {
    PriorityQueue<Neighbour> nearest = new PriorityQueue<>(Neighbour.NEAREST.reversed());
    Weight passing =
        searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = passing.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Vectors vectors = Vectors.of(leaf, TrackDocument.vector(space));
      DocIdSetIterator documents = scorer.iterator();
      while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = leaf.docBase + documents.docID();
        float[] vector = vectors.of(document);
        if (vector != null) {
          nearest.add(neighbour(document, space.metric().distance(point, vector)));
          if (nearest.size() > k) {
            nearest.poll();
          }
        }
      }
    }
    List<Neighbour> sorted = new ArrayList<>(nearest);
    sorted.sort(Neighbour.NEAREST);
    return sorted;
  }

  private Neighbour neighbour(int document, double distance) {
    return new Neighbour(document, ordinals[document], distance);
  }

  /** The vectors of one segment, read in document order. */
  static final class Vectors {
    private final LeafReaderContext leaf;
    private final FloatVectorValues values;
    private final KnnVectorValues.DocIndexIterator documents;

    private Vectors(LeafReaderContext leaf, FloatVectorValues values) {
      this.leaf = leaf;
      this.values = values;
      documents = values == null ? null : values.iterator();
    }

    static Vectors of(LeafReaderContext leaf, String field) throws IOException {
      return new Vectors(leaf, leaf.reader().getFloatVectorValues(field));
    }

    /** Those of the segment that holds a document. */
    static Vectors around(int document, List<LeafReaderContext> leaves, String field)
        throws IOException {
      return of(leaves.get(ReaderUtil.subIndex(document, leaves)), field);
    }

    boolean holds(int document) {
      return document >= leaf.docBase && document < leaf.docBase + leaf.reader().maxDoc();
    }

    /**
     * The document's vector, valid until the next call, or {@code null}. Documents must be asked
     * for in order.
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
}
