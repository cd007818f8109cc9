package dev.segue.index.lucene;

import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.vector.Nearest;
import dev.segue.vector.NeighbourTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;

/** Looks for the nearest in the tree of a segment, once. */
final class TreeFinder implements NeighbourTree.Visitor {
  private final NearestQuery query;
  private final int[] ordinals;
  private final LeafReaderContext leaf;
  private final FloatVectorValues vectors;
  private final DocumentFilter filter;
  private final long patience;
  private final List<Neighbour> found = new ArrayList<>();
  private int accepted;
  private int refused;

  /**
   * A finder for one search.
   *
   * @param ordinals of every document of the index
   * @param filter which documents may be found
   * @param patience how many it may refuse before it gives up
   */
  TreeFinder(
      NearestQuery query,
      int[] ordinals,
      LeafReaderContext leaf,
      FloatVectorValues vectors,
      DocumentFilter filter,
      long patience) {
    this.query = query;
    this.ordinals = ordinals;
    this.leaf = leaf;
    this.vectors = vectors;
    this.filter = filter;
    this.patience = patience;
  }

  /**
   * Adds what it finds to the nearest.
   *
   * @return false when it gave up, since nearly all are refused; then nothing was added
   */
  boolean search(NeighbourTree tree, Nearest nearest) throws IOException {
    tree.search(query.vector(), query.k(), nearest.limit(), this);
    if (hopeless()) {
      return false;
    }
    addTo(nearest);
    return true;
  }

  /** Adds what it finds among some documents. */
  void searchAmong(DocIdSetIterator documents, NeighbourTree tree, Nearest nearest)
      throws IOException {
    tree.searchAmong(points(documents), query.vector(), query.k(), nearest.limit(), this);
    addTo(nearest);
  }

  private void addTo(Nearest nearest) {
    found.forEach(neighbour -> nearest.add(neighbour.ordinal(), neighbour.distance()));
  }

  /** The points of those documents that have a vector. */
  private NeighbourTree.Points points(DocIdSetIterator documents) {
    KnnVectorValues.DocIndexIterator points = vectors.iterator();
    return some -> {
      int count = 0;
      while (count < some.length
          && documents.docID() != DocIdSetIterator.NO_MORE_DOCS
          && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (points.docID() < documents.docID()) {
          points.advance(documents.docID());
        }
        if (points.docID() == documents.docID()) {
          some[count++] = points.index();
        }
      }
      return count;
    };
  }

  @Override
  public boolean accepts(int point) throws IOException {
    int document = vectors.ordToDoc(point);
    if (filter.accepts(document)) {
      accepted++;
      return true;
    }
    refused++;
    return false;
  }

  @Override
  public boolean visited(int points) {
    return !hopeless();
  }

  @Override
  public void found(int point, double distance) {
    found.add(new Neighbour(ordinals[leaf.docBase + vectors.ordToDoc(point)], distance));
  }

  private boolean hopeless() {
    return refused > patience && accepted < query.k();
  }
}
