package dev.segue.index.lucene;

import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.Metric;
import dev.segue.vector.Nearest;
import dev.segue.vector.NeighbourTree;
import dev.segue.vector.VectorSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * The k nearest documents to a point, by distance in double precision, then in catalogue order.
 *
 * <p>Where a space has trees ({@link VectorFormats}), they answer exactly. A filter is asked about
 * candidates only, {@link DocumentFilter}; one that few documents pass, as its cost says or as it
 * turns out, turns the search round: only these are compared. Where a space has a graph, it
 * proposes candidates, and when they are too few, every document that passes is measured.
 */
final class NearestSearch {
  /**
   * Up to about so many passing documents, comparing each is sooner done than looking for ten of
   * them in a tree.
   */
  private static final int FEW = 2_000;

  /** Finding a candidate in a graph is so many times the work of measuring a document. */
  private static final int GRAPH_WORK = 32;

  /** Of one in so many candidates, where one of each recording is wanted, another version is in. */
  private static final int FOLDED = 4;

  private final IndexSearcher searcher;
  private final FilterQueries filters;
  private final int[] ordinals;
  private final int[] documents;
  private final VersionGroups groups;
  private final VectorPresence presence;

  /**
   * A search over an index.
   *
   * @param ordinals of every document
   * @param documents of every ordinal
   */
  NearestSearch(
      IndexSearcher searcher,
      FilterQueries filters,
      int[] ordinals,
      int[] documents,
      VersionGroups groups,
      VectorPresence presence) {
    this.searcher = searcher;
    this.filters = filters;
    this.ordinals = ordinals;
    this.documents = documents;
    this.groups = groups;
    this.presence = presence;
  }

  /** At most k neighbours, the nearest first; fewer only when no more pass and have a vector. */
  List<Neighbour> neighbours(NearestQuery query) throws IOException {
    Nearest nearest = new Nearest(query.k());
    Query filter = filters.of(query.filter());
    DocumentFilter admitted = admitted(query);
    if (VectorFormats.exact(query.space())) {
      searchTrees(query, filter, admitted, nearest);
    } else {
      if (query.space().metric() != Metric.MANHATTAN) {
        nearest = proposed(query, filter, admitted);
      }
      if (nearest.size() < query.k()) {
        nearest = new Nearest(query.k());
        measureAll(query, filter, admitted, nearest);
      }
    }
    return sorted(nearest);
  }

  /**
   * Which of the documents that pass the filter may be answered, by their numbers in the whole
   * index: none that is excluded, and of each recording one, where that is asked for.
   */
  private DocumentFilter admitted(NearestQuery query) throws IOException {
    IntStream excluded = query.excluded().stream().mapToInt(ordinal -> documents[ordinal]);
    if (query.versions() == Versions.ALL) {
      IntPredicate others = noneOf(excluded);
      return others::test;
    }
    DocumentFilter hasVector = presence.of(query.space());
    DocumentFilter filtered =
        DocumentFilter.of(query.filter(), searcher.getIndexReader().leaves(), filters);
    DocumentFilter passing =
        query.filter().equals(TrackFilter.EVERYTHING)
            ? hasVector
            : document -> filtered.accepts(document) && hasVector.accepts(document);
    IntPredicate others = noneOf(excluded.map(groups::foremost));
    return document ->
        others.test(groups.foremost(document)) && groups.isForemost(document, passing);
  }

  private static IntPredicate noneOf(IntStream documents) {
    int[] sorted = documents.sorted().toArray();
    return switch (sorted.length) {
      case 0 -> document -> true;
      case 1 -> document -> document != sorted[0];
      default -> document -> Arrays.binarySearch(sorted, document) < 0;
    };
  }

  /** Every ordinal that has a vector, segment by segment, near ones after each other. */
  int[] orderByPlace(VectorSpace space) throws IOException {
    IntStream.Builder order = IntStream.builder();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues vectors = vectors(leaf, space);
      if (vectors != null) {
        IntStream points =
            VectorFormats.exact(space) && tree(leaf, space) != null
                ? Arrays.stream(tree(leaf, space).order())
                : IntStream.range(0, vectors.size());
        points.forEach(point -> order.add(ordinals[leaf.docBase + vectors.ordToDoc(point)]));
      }
    }
    return order.build().toArray();
  }

  private void searchTrees(
      NearestQuery query, Query filter, DocumentFilter admitted, Nearest nearest)
      throws IOException {
    boolean everything = filter instanceof MatchAllDocsQuery;
    Weight weight = null;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues vectors = vectors(leaf, query.space());
      if (vectors == null) {
        continue;
      }
      NeighbourTree tree = tree(leaf, query.space());
      if (everything && tree != null) {
        finder(query, leaf, vectors, admitted).search(tree, nearest);
        continue;
      }
      weight = weight == null ? weight(filter) : weight;
      ScorerSupplier passing = weight.scorerSupplier(leaf);
      if (passing == null) {
        continue;
      }
      if (tree == null) {
        measure(query, leaf, vectors, passing, admitted, nearest);
        continue;
      }
      boolean found = false;
      if (passing.cost() > FEW) {
        DocumentFilter lookup = DocumentFilter.of(query.filter(), leaf.reader(), filters);
        long patience = Math.max(2 * FEW, passing.cost() / 2); // comparing two is one lookup
        DocumentFilter both =
            document -> lookup.accepts(document) && admitted.accepts(leaf.docBase + document);
        found =
            new TreeFinder(query, ordinals, leaf, vectors, both, patience).search(tree, nearest);
      }
      if (!found) {
        DocIdSetIterator documents = passing.get(passing.cost()).iterator();
        finder(query, leaf, vectors, admitted).searchAmong(documents, tree, nearest);
      }
    }
  }

  private TreeFinder finder(
      NearestQuery query,
      LeafReaderContext leaf,
      FloatVectorValues vectors,
      DocumentFilter admitted) {
    DocumentFilter inLeaf = document -> admitted.accepts(leaf.docBase + document);
    return new TreeFinder(query, ordinals, leaf, vectors, inLeaf, Long.MAX_VALUE);
  }

  /**
   * Of what the graph proposes; it is asked for more where too little of it may be answered, as
   * long as each time is less work than measuring all.
   */
  private Nearest proposed(NearestQuery query, Query filter, DocumentFilter admitted)
      throws IOException {
    int most = searcher.getIndexReader().maxDoc() / GRAPH_WORK;
    int candidates = Math.max(query.k() + query.excluded().size(), VectorFormats.CANDIDATES);
    candidates += query.versions() == Versions.ONE ? candidates / FOLDED : 0;
    while (true) {
      Nearest nearest = new Nearest(query.k());
      boolean more = propose(query, filter, candidates, admitted, nearest);
      if (nearest.size() == query.k() || !more || 2 * candidates > most) {
        return nearest;
      }
      candidates *= 2;
    }
  }

  /** Measures so many candidates, and says whether there are more. */
  private boolean propose(
      NearestQuery query, Query filter, int candidates, DocumentFilter admitted, Nearest nearest)
      throws IOException {
    VectorSpace space = query.space();
    String field = TrackDocument.vector(space);
    Query wanted = filter instanceof MatchAllDocsQuery ? null : filter; // it would list them all
    ScoreDoc[] hits =
        searcher.search(
                new KnnFloatVectorQuery(field, query.vector(), candidates, wanted), candidates)
            .scoreDocs;
    int[] proposed = Arrays.stream(hits).mapToInt(hit -> hit.doc).sorted().toArray();
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      SegmentVectors vectors = new SegmentVectors(leaf, vectors(leaf, space));
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; next < proposed.length && proposed[next] < end; next++) {
        measure(query, vectors, proposed[next], admitted, nearest);
      }
    }
    return hits.length == candidates;
  }

  private void measureAll(
      NearestQuery query, Query filter, DocumentFilter admitted, Nearest nearest)
      throws IOException {
    Weight weight = weight(filter);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FloatVectorValues vectors = vectors(leaf, query.space());
      ScorerSupplier passing = weight.scorerSupplier(leaf);
      if (vectors != null && passing != null) {
        measure(query, leaf, vectors, passing, admitted, nearest);
      }
    }
  }

  private void measure(
      NearestQuery query,
      LeafReaderContext leaf,
      FloatVectorValues values,
      ScorerSupplier passing,
      DocumentFilter admitted,
      Nearest nearest)
      throws IOException {
    SegmentVectors vectors = new SegmentVectors(leaf, values);
    DocIdSetIterator documents = passing.get(passing.cost()).iterator();
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      measure(query, vectors, leaf.docBase + documents.docID(), admitted, nearest);
    }
  }

  private void measure(
      NearestQuery query,
      SegmentVectors vectors,
      int document,
      DocumentFilter admitted,
      Nearest nearest)
      throws IOException {
    float[] vector = vectors.of(document);
    if (vector != null && admitted.accepts(document)) {
      nearest.add(ordinals[document], query.space().metric().distance(query.vector(), vector));
    }
  }

  private Weight weight(Query filter) throws IOException {
    return searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private static List<Neighbour> sorted(Nearest nearest) {
    List<Neighbour> farthestFirst = new ArrayList<>(nearest.size());
    while (nearest.size() > 0) {
      nearest.pop((ordinal, distance) -> farthestFirst.add(new Neighbour(ordinal, distance)));
    }
    return farthestFirst.reversed();
  }

  private static FloatVectorValues vectors(LeafReaderContext leaf, VectorSpace space)
      throws IOException {
    return leaf.reader().getFloatVectorValues(TrackDocument.vector(space));
  }

  /** {@code null} where there are too many vectors for a tree, or some that it cannot hold. */
  private static NeighbourTree tree(LeafReaderContext leaf, VectorSpace space) {
    String field = TrackDocument.vector(space);
    KnnVectorsReader reader = ((CodecReader) leaf.reader()).getVectorReader();
    KnnVectorsReader ofField =
        ((PerFieldKnnVectorsFormat.FieldsReader) reader).getFieldReader(field);
    return ((NeighbourTreeVectorsReader) ofField).tree(field);
  }
}
