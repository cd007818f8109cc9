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
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** A {@link TrackFilter} in Lucene's words. */
final class FilterQueries {
  private final TextAnalysis analysis;

  FilterQueries(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  Query of(TrackFilter filter) {
    return switch (filter) {
      case AllOf(var parts) when parts.isEmpty() -> MatchAllDocsQuery.INSTANCE;
      case AllOf(var parts) -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        parts.forEach(part -> all.add(of(part), Occur.FILTER));
        yield all.build();
      }
      case Not(var part) ->
          new BooleanQuery.Builder()
              .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
              .add(of(part), Occur.MUST_NOT)
              .build();
      case GenreAnyOf(var keys) -> anyOf(TrackDocument.GENRE_KEY, keys);
      case ArtistAnyOf(var keys) -> anyOf(TrackDocument.ARTIST_KEY, keys);
      case IdAnyOf(var ids) -> anyOf(TrackDocument.ID, ids);
      case EntityIs(var entity, var id) -> new TermQuery(new Term(TrackDocument.ids(entity), id));
      case Named named -> named(named);
      case ExplicitIs(var explicit) ->
          new TermQuery(new Term(TrackDocument.EXPLICIT, Boolean.toString(explicit)));
      case Range(var field, var min, var max) ->
          DoubleField.newRangeQuery(TrackDocument.number(field), min, max);
    };
  }

  private Query named(Named named) {
    List<String> units = analysis.words(named.text()).units();
    if (units.isEmpty()) {
      return new MatchNoDocsQuery("no words in '" + named.text() + "'");
    }
    List<String> fields =
        named.field().map(TrackDocument::field).map(List::of).orElse(TrackDocument.PLACES);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : fields) {
      any.add(phrase(field, units, named.beginning()), Occur.SHOULD);
    }
    return any.build();
  }

  /** Of a phrase whose last word may go on, the last word may stand anywhere in the field. */
  private static Query phrase(String field, List<String> units, boolean beginning) {
    if (!beginning) {
      return new PhraseQuery(field, units.toArray(String[]::new));
    }
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    List<String> whole = units.subList(0, units.size() - 1);
    if (!whole.isEmpty()) {
      both.add(new PhraseQuery(field, whole.toArray(String[]::new)), Occur.FILTER);
    }
    return both.add(new PrefixQuery(new Term(field, units.getLast())), Occur.FILTER).build();
  }

  private static Query anyOf(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }
}
