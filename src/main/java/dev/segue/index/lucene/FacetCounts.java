package dev.segue.index.lucene;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.PopularityCategory;
import dev.segue.index.Facets;
import dev.segue.index.Facets.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.NumericUtils;

/** Counts what the documents of an answer have in common. */
final class FacetCounts {
  private final StringDocValuesReaderState genres;
  private final StringDocValuesReaderState artists;
  private final StringDocValuesReaderState explicit;

  FacetCounts(IndexReader reader) throws IOException {
    genres = new StringDocValuesReaderState(reader, TrackDocument.GENRE_NAME);
    artists = new StringDocValuesReaderState(reader, TrackDocument.ARTIST_NAME);
    explicit = new StringDocValuesReaderState(reader, TrackDocument.EXPLICIT);
  }

  Facets of(FacetsCollector found) throws IOException {
    Map<String, Integer> categories =
        counts(
            found, NumericField.POPULARITY, number -> PopularityCategory.of((int) number).label());
    List<Count> categoriesInOrder =
        Arrays.stream(PopularityCategory.values())
            .map(PopularityCategory::label)
            .filter(categories::containsKey)
            .map(label -> new Count(label, categories.get(label)))
            .toList();
    Map<String, Integer> decades =
        counts(found, NumericField.YEAR, year -> Facets.decade((int) year));
    return new Facets(
        strings(genres, TrackDocument.GENRE_NAME, found),
        strings(artists, TrackDocument.ARTIST_NAME, found),
        categoriesInOrder,
        decades.entrySet().stream()
            .map(decade -> new Count(decade.getKey(), decade.getValue()))
            .toList(),
        strings(explicit, TrackDocument.EXPLICIT, found));
  }

  private static List<Count> strings(
      StringDocValuesReaderState values, String field, FacetsCollector found) throws IOException {
    FacetResult result =
        new StringValueFacetCounts(values, found).getTopChildren(Facets.MOST_VALUES, field);
    List<Count> counts = new ArrayList<>();
    if (result != null) {
      for (var each : result.labelValues) {
        counts.add(new Count(each.label, each.value.intValue()));
      }
    }
    return counts;
  }

  private static Map<String, Integer> counts(
      FacetsCollector found, NumericField field, DoubleFunction<String> label) throws IOException {
    Map<Double, Integer> counts = new TreeMap<>();
    for (MatchingDocs segment : found.getMatchingDocs()) {
      NumericDocValues values =
          DocValues.unwrapSingleton(
              DocValues.getSortedNumeric(segment.context().reader(), TrackDocument.number(field)));
      DocIdSetIterator documents = segment.bits().iterator();
      if (values == null || documents == null) {
        continue;
      }
      DocIdSetIterator both = ConjunctionUtils.intersectIterators(List.of(documents, values));
      while (both.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        counts.merge(NumericUtils.sortableLongToDouble(values.longValue()), 1, Integer::sum);
      }
    }
    Map<String, Integer> labelled = new TreeMap<>();
    counts.forEach((number, tracks) -> labelled.merge(label.apply(number), tracks, Integer::sum));
    return labelled;
  }
}
