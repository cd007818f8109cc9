package dev.segue.index.lucene;

import dev.segue.query.TrackFilter;
import dev.segue.query.TrackFilter.AllOf;
import dev.segue.query.TrackFilter.ArtistAnyOf;
import dev.segue.query.TrackFilter.EntityIs;
import dev.segue.query.TrackFilter.ExplicitIs;
import dev.segue.query.TrackFilter.GenreAnyOf;
import dev.segue.query.TrackFilter.IdAnyOf;
import dev.segue.query.TrackFilter.Named;
import dev.segue.query.TrackFilter.Not;
import dev.segue.query.TrackFilter.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.NumericUtils;

/**
 * A {@link TrackFilter} that is asked about single documents of a segment, in any order, and looks
 * their values up: for the few candidates of a search, where a set of all that pass would cost more
 * than the search. For one thread.
 */
interface DocumentFilter {
  boolean accepts(int document) throws IOException;

  /** The filter over one segment. */
  static DocumentFilter of(TrackFilter filter, LeafReader segment, FilterQueries queries)
      throws IOException {
    return switch (filter) {
      case AllOf(var parts) -> {
        List<DocumentFilter> all = new ArrayList<>(parts.size());
        for (TrackFilter part : parts) {
          all.add(of(part, segment, queries));
        }
        yield all.size() == 1 ? all.getFirst() : document -> acceptsAll(all, document);
      }
      case Not(var part) -> {
        DocumentFilter negated = of(part, segment, queries);
        yield document -> !negated.accepts(document);
      }
      case GenreAnyOf(var keys) -> anyOf(TrackDocument.GENRE_KEY, keys, segment);
      case ArtistAnyOf(var keys) -> anyOf(TrackDocument.ARTIST_KEY, keys, segment);
      case IdAnyOf(var ids) -> documents(ids, segment)::contains;
      case EntityIs(var entity, var id) -> anyOf(TrackDocument.ids(entity), Set.of(id), segment);
      case Named named -> documents(queries.of(named), segment)::get;
      case ExplicitIs(var explicit) ->
          anyOf(TrackDocument.EXPLICIT, Set.of(Boolean.toString(explicit)), segment);
      case Range range -> range(range, segment);
    };
  }

  /** The filter over all segments, asked by the number that a document has in the whole index. */
  static DocumentFilter of(
      TrackFilter filter, List<LeafReaderContext> segments, FilterQueries queries) {
    DocumentFilter[] filters = new DocumentFilter[segments.size()];
    return document -> {
      LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
      if (filters[segment.ord] == null) {
        filters[segment.ord] = of(filter, segment.reader(), queries);
      }
      return filters[segment.ord].accepts(document - segment.docBase);
    };
  }

  private static boolean acceptsAll(List<DocumentFilter> parts, int document) throws IOException {
    for (DocumentFilter part : parts) {
      if (!part.accepts(document)) {
        return false;
      }
    }
    return true;
  }

  private static DocumentFilter range(Range range, LeafReader segment) throws IOException {
    String field = TrackDocument.number(range.field());
    AnyOrder<NumericDocValues> column =
        new AnyOrder<>(
            () -> DocValues.unwrapSingleton(DocValues.getSortedNumeric(segment, field)),
            segment.maxDoc());
    return document -> {
      NumericDocValues values = column.from(document);
      if (!values.advanceExact(document)) {
        return false;
      }
      double number = NumericUtils.sortableLongToDouble(values.longValue());
      return number >= range.min() && number <= range.max();
    };
  }

  private static DocumentFilter anyOf(String field, Collection<String> terms, LeafReader segment)
      throws IOException {
    AnyOrder<SortedSetDocValues> column =
        new AnyOrder<>(() -> DocValues.getSortedSet(segment, field), segment.maxDoc());
    long[] wanted = ords(column.from(0), terms);
    return document -> {
      SortedSetDocValues values = column.from(document);
      if (values.advanceExact(document)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          if (Arrays.binarySearch(wanted, values.nextOrd()) >= 0) {
            return true;
          }
        }
      }
      return false;
    };
  }

  private static long[] ords(SortedSetDocValues values, Collection<String> terms)
      throws IOException {
    long[] ords = new long[terms.size()];
    int found = 0;
    for (String term : terms) {
      long ord = values.lookupTerm(new BytesRef(term));
      if (ord >= 0) {
        ords[found++] = ord;
      }
    }
    long[] wanted = Arrays.copyOf(ords, found);
    Arrays.sort(wanted);
    return wanted;
  }

  private static Set<Integer> documents(Collection<String> ids, LeafReader segment)
      throws IOException {
    Set<Integer> documents = new HashSet<>();
    for (String id : ids) {
      PostingsEnum postings = segment.postings(new Term(TrackDocument.ID, id), PostingsEnum.NONE);
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        documents.add(postings.docID());
      }
    }
    return documents;
  }

  private static FixedBitSet documents(Query query, LeafReader segment) throws IOException {
    FixedBitSet documents = new FixedBitSet(segment.maxDoc());
    IndexSearcher searcher = new IndexSearcher(segment);
    Scorer scorer =
        searcher
            .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
            .scorer(segment.getContext());
    if (scorer != null) {
      documents.or(scorer.iterator());
    }
    return documents;
  }

  /**
   * A column that may be read in any order. Those of which every document has a value jump, as
   * Lucene lays them out; others can only go forward, and are opened anew to go back.
   */
  final class AnyOrder<T extends DocIdSetIterator> {
    private final IOSupplier<T> source;
    private final boolean dense;
    private T values;

    AnyOrder(IOSupplier<T> source, int documents) throws IOException {
      this.source = source;
      values = source.get();
      dense = values.cost() == documents;
    }

    /** The column at a place from where it can go to a document. */
    T from(int document) throws IOException {
      if (!dense && values.docID() > document) {
        values = source.get();
      }
      return values;
    }
  }
}
