package dev.segue.index.lucene;

import dev.segue.index.Facets;
import dev.segue.index.IndexedTrack;
import dev.segue.index.Resemblance;
import dev.segue.index.Spelling;
import dev.segue.index.TextHits;
import dev.segue.index.TextQuery;
import dev.segue.index.lucene.TextQueries.Whole;
import dev.segue.query.NameField;
import dev.segue.query.TrackFilter;
import dev.segue.query.TrackSort;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScorePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;

/** Finds tracks by words: {@link TextQueries} asked, and what they find read back. */
final class TextSearch {
  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final FilterQueries filters;
  private final Records records;
  private final TextQueries textQueries;
  private final FacetCounts facetCounts;
  private final int[] ordinals;
  private final byte[] popularities;
  private final VersionGroups groups;

  /**
   * A search over an index.
   *
   * @param ordinals of every document
   * @param popularities of every document, 0 where it is unknown
   */
  TextSearch(
      IndexSearcher searcher,
      FilterQueries filters,
      Records records,
      int[] ordinals,
      byte[] popularities,
      VersionGroups groups)
      throws IOException {
    this.searcher = searcher;
    this.filters = filters;
    this.records = records;
    this.ordinals = ordinals;
    this.popularities = popularities;
    this.groups = groups;
    reader = searcher.getIndexReader();
    textQueries = new TextQueries(reader);
    facetCounts = new FacetCounts(reader);
  }

  TextHits search(TextQuery query) throws IOException {
    PageOrder order = new PageOrder(query.sort());
    FieldDoc after = query.after().map(order::hit).orElse(null);
    List<Whole> wholes = textQueries.wholes(query.text());
    Query wanted =
        new BooleanQuery.Builder()
            .add(textQueries.having(query.text(), query.atLeast(), wholes), Occur.MUST)
            .add(filters.of(query.filter()), Occur.FILTER)
            .build();
    TopFieldCollector best =
        new TopFieldCollectorManager(
                order.sort(),
                Math.min(query.limit(), reader.maxDoc()) + 1,
                after,
                Integer.MAX_VALUE)
            .newCollector();
    Optional<FoundDocuments> all =
        query.facets() ? Optional.of(new FoundDocuments(reader.maxDoc())) : Optional.empty();
    Collector collector = MultiCollector.wrap(best, all.orElse(null));
    IndexSearcher timed = new IndexSearcher(reader);
    timed.setTimeout(query.budget()::isSpent);
    if (query.versions() == Versions.ONE) {
      VersionFolding folding = new VersionFolding(collector, groups, reader.leaves());
      timed.search(wanted, only(folding));
      folding.finish();
    } else {
      timed.search(wanted, only(collector));
    }
    TopFieldDocs found = best.topDocs();
    Optional<Facets> facets =
        all.isEmpty()
            ? Optional.empty()
            : Optional.of(facetCounts.of(all.get().inOrder(reader.leaves())));
    ScoreDoc[] hits = found.scoreDocs;
    boolean more = hits.length > query.limit();
    return new TextHits(
        found.totalHits.value(),
        Arrays.stream(hits)
            .limit(query.limit())
            .map(hit -> hit((FieldDoc) hit, query.sort()))
            .toList(),
        hits.length > 0 && isNamed(hits[0].doc, wholes),
        facets,
        timed.timedOut(),
        more ? Optional.of(order.place((FieldDoc) hits[query.limit() - 1])) : Optional.empty());
  }

  /** An index that is searched by one thread needs one collector. */
  private static CollectorManager<Collector, Void> only(Collector collector) {
    return new CollectorManager<>() {
      @Override
      public Collector newCollector() {
        return collector;
      }

      @Override
      public Void reduce(Collection<Collector> collectors) {
        return null;
      }
    };
  }

  private boolean isNamed(int document, List<Whole> wholes) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    int inLeaf = document - leaf.docBase;
    for (Whole whole : wholes) {
      PostingsEnum named = leaf.reader().postings(whole.term(), PostingsEnum.NONE);
      if (named != null && named.advance(inLeaf) == inLeaf) {
        return true;
      }
    }
    return false;
  }

  List<Resemblance> resembling(
      List<List<Spelling>> words, int atLeast, TrackFilter filter, int limit) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(textQueries.resembling(words, atLeast), Occur.MUST)
            .add(filters.of(filter), Occur.FILTER)
            .build();
    int[] found =
        Arrays.stream(searcher.search(query, limit).scoreDocs).mapToInt(hit -> hit.doc).toArray();
    List<Map<Integer, Spelling>> said = new ArrayList<>(words.size());
    for (List<Spelling> spellings : words) {
      said.add(firstSaid(spellings, found));
    }
    List<Resemblance> tracks = new ArrayList<>(found.length);
    for (int document : found) {
      tracks.add(
          new Resemblance(
              new IndexedTrack(ordinals[document], records.track(document)),
              said.stream().map(spelling -> Optional.ofNullable(spelling.get(document))).toList()));
    }
    return tracks;
  }

  /** Of some spellings, for each document the first that it has. */
  private Map<Integer, Spelling> firstSaid(List<Spelling> spellings, int[] found)
      throws IOException {
    Map<Integer, Spelling> said = new HashMap<>();
    int[] left = Arrays.stream(found).sorted().toArray();
    for (int i = 0; i < spellings.size() && left.length > 0; i++) {
      Spelling spelling = spellings.get(i);
      for (int document : having(TextQueries.spelling(spelling), left)) {
        said.put(document, spelling);
      }
      left = Arrays.stream(left).filter(document -> !said.containsKey(document)).toArray();
    }
    return said;
  }

  /**
   * Those of some documents that a query finds.
   *
   * @param documents in order
   */
  private List<Integer> having(Query query, int[] documents) throws IOException {
    List<Integer> having = new ArrayList<>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    int leafOrd = -1;
    DocIdSetIterator matches = DocIdSetIterator.empty();
    for (int document : documents) {
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
      if (leaf.ord != leafOrd) {
        leafOrd = leaf.ord;
        Scorer scorer = weight.scorer(leaf);
        matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      }
      int inLeaf = document - leaf.docBase;
      if (matches.docID() < inLeaf) {
        matches.advance(inLeaf);
      }
      if (matches.docID() == inLeaf) {
        having.add(document);
      }
    }
    return having;
  }

  List<IndexedTrack> popular(NameField field, List<List<Spelling>> words, int limit)
      throws IOException {
    List<IndexedTrack> tracks = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(textQueries.popular(field, words), limit).scoreDocs) {
      tracks.add(new IndexedTrack(ordinals[hit.doc], records.track(hit.doc)));
    }
    return tracks;
  }

  private Hit hit(FieldDoc found, TrackSort sort) {
    int ordinal = ordinals[found.doc];
    if (sort.by() != TrackSort.By.RELEVANCE) {
      return new Hit(ordinal, Double.NaN, Double.NaN);
    }
    double score = (Float) found.fields[0];
    double prior = TextQueries.prior(popularities[found.doc]);
    return new Hit(
        ordinal,
        score,
        Double.NaN,
        List.of(new ScorePart("text", score - prior), new ScorePart("popularity", prior)));
  }
}
