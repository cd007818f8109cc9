package dev.segue.index.lucene;

import dev.segue.index.EntityHit;
import dev.segue.query.Entity;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Finds artists and albums by their tracks. Time O(tracks found + entities of the index). */
final class EntitySearch {
  private final IndexSearcher searcher;
  private final int[] ordinals;
  private final byte[] popularities;
  private final Comparator<Found> bestFirst;

  /**
   * A search over an index.
   *
   * @param ordinals of every document
   * @param popularities of every document, 0 where it is unknown
   */
  EntitySearch(IndexSearcher searcher, int[] ordinals, byte[] popularities) {
    this.searcher = searcher;
    this.ordinals = ordinals;
    this.popularities = popularities;
    bestFirst =
        Comparator.comparingInt((Found found) -> popularities[found.document])
            .thenComparingInt(Found::tracks)
            .reversed()
            .thenComparingInt(found -> ordinals[found.document]);
  }

  /** Those of some documents, and the best of these. */
  private record Found(int tracks, int document) {}

  List<EntityHit> of(Entity entity, Query tracks) throws IOException {
    Map<String, Found> found = new HashMap<>();
    Weight weight =
        searcher.createWeight(searcher.rewrite(tracks), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        count(entity, leaf, scorer.iterator())
            .forEach((id, some) -> found.merge(id, some, this::both));
      }
    }
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<String, Found>comparingByValue(bestFirst).thenComparing(Map.Entry::getKey))
        .map(
            each ->
                new EntityHit(
                    each.getKey(), each.getValue().tracks, ordinals[each.getValue().document]))
        .toList();
  }

  private Map<String, Found> count(Entity entity, LeafReaderContext leaf, DocIdSetIterator tracks)
      throws IOException {
    SortedSetDocValues ids = DocValues.getSortedSet(leaf.reader(), TrackDocument.ids(entity));
    int[] counts = new int[Math.toIntExact(ids.getValueCount())];
    int[] best = new int[counts.length];
    while (tracks.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int document = leaf.docBase + tracks.docID();
      if (ids.advanceExact(tracks.docID())) {
        for (int i = ids.docValueCount(); i > 0; i--) {
          int ord = (int) ids.nextOrd();
          best[ord] = counts[ord]++ == 0 ? document : better(best[ord], document);
        }
      }
    }
    Map<String, Found> found = new HashMap<>();
    for (int ord = 0; ord < counts.length; ord++) {
      if (counts[ord] > 0) {
        found.put(ids.lookupOrd(ord).utf8ToString(), new Found(counts[ord], best[ord]));
      }
    }
    return found;
  }

  private Found both(Found one, Found other) {
    return new Found(one.tracks + other.tracks, better(one.document, other.document));
  }

  private int better(int one, int other) {
    if (popularities[one] != popularities[other]) {
      return popularities[one] > popularities[other] ? one : other;
    }
    return ordinals[one] < ordinals[other] ? one : other;
  }
}
