package dev.segue.index.lucene;

import dev.segue.catalog.NumericField;
import dev.segue.index.QueryText;
import dev.segue.index.QueryWord;
import dev.segue.index.Spelling;
import dev.segue.query.NameField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What was typed, in Lucene's words. The score is a sum:
 *
 * <ul>
 *   <li>BM25 of every word over name, artists, album and genres as one weighted text ({@link
 *       WeightedWords}), so that it does not matter which word stands in which field;
 *   <li>{@value #BEGINNING} for the beginning of a word, which the last word typed may be;
 *   <li>{@value #WHOLE} for a title, and for an artist, times the share of what was typed that is
 *       just this title or artist; {@value #BARE} for a title without its additions;
 *   <li>{@value #PHRASE} times the share of neighbours in what was typed that are neighbours in the
 *       title, and again in an artist;
 *   <li>popularity as a prior, {@code w·p / (p + pivot)} (Craswell et al. 2005, "Relevance
 *       weighting for query independent evidence", the saturation), with w = {@value #PRIOR_WEIGHT}
 *       and pivot = {@value #PRIOR_PIVOT}: it decides between equals.
 * </ul>
 */
final class TextQueries {
  static final float BEGINNING = 0.5f;
  static final float WHOLE = 6;
  static final float BARE = 4.5f;
  static final float PHRASE = 2;
  static final float NEAR = 10;
  static final float PRIOR_WEIGHT = 3;
  static final float PRIOR_PIVOT = 50;

  /** Titles, artists and phrases are looked for among so many units. */
  private static final int MOST_UNITS = 32;

  /** The most titles and artists that are looked for; the longest, where there are more. */
  private static final int MOST_WHOLES = 30;

  private final Dictionary names;
  private final Dictionary bareNames;
  private final Dictionary artists;

  TextQueries(IndexReader reader) {
    names = new Dictionary(reader, TrackDocument.NAME_WHOLE);
    bareNames = new Dictionary(reader, TrackDocument.NAME_BARE);
    artists = new Dictionary(reader, TrackDocument.ARTIST_WHOLE);
  }

  /** Some units that follow each other are, together, the whole of a title or an artist. */
  record Whole(Term term, int unit, int unitEnd, float bonus) {
    Query query() {
      return new TermQuery(term);
    }
  }

  /**
   * Tracks with so many of the words; with a blank text, every track.
   *
   * @param atLeast of those that are not optional
   * @param wholes in the text
   */
  Query having(QueryText text, int atLeast, List<Whole> wholes) {
    BooleanQuery.Builder scored = new BooleanQuery.Builder();
    if (text.text().isBlank()) {
      scored.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    } else if (text.words().isEmpty()) {
      return new MatchNoDocsQuery("no words in '" + text.text() + "'");
    } else {
      boolean all = atLeast >= text.required();
      BooleanQuery.Builder required = new BooleanQuery.Builder();
      for (QueryWord word : text.distinctWords()) {
        if (word.optional()) {
          scored.add(word(word, wholes), Occur.SHOULD);
        } else {
          required.add(word(word, wholes), all ? Occur.MUST : Occur.SHOULD);
        }
      }
      scored.add(required.setMinimumNumberShouldMatch(all ? 0 : atLeast).build(), Occur.MUST);
      for (Whole whole : wholes) {
        scored.add(constant(whole.query(), whole.bonus), Occur.SHOULD);
      }
      addPhrases(scored, text.units());
    }
    return scored.add(popularity(), Occur.SHOULD).build();
  }

  /** Tracks that have, of so many of the words, one of the spellings. */
  Query resembling(List<List<Spelling>> words, int atLeast) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast);
    for (List<Spelling> spellings : words) {
      all.add(
          new DisjunctionMaxQuery(
              spellings.stream()
                  .map(
                      spelling ->
                          constant(spelling(spelling), (float) (NEAR / (1 + spelling.cost()))))
                  .toList(),
              0),
          Occur.SHOULD);
    }
    return new BooleanQuery.Builder()
        .add(all.build(), Occur.MUST)
        .add(popularity(), Occur.SHOULD)
        .build();
  }

  /** Tracks with one spelling of each word in one kind of name, the most popular first. */
  Query popular(NameField name, List<List<Spelling>> words) {
    String field = TrackDocument.field(name);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean artistsToo = name == NameField.TITLE && words.size() > 1;
    BooleanQuery.Builder inField = new BooleanQuery.Builder();
    for (List<Spelling> spellings : words) {
      Query ofField = anyOf(spellings, List.of(field));
      inField.add(ofField, Occur.SHOULD);
      all.add(
          artistsToo ? anyOf(spellings, List.of(field, TrackDocument.ARTISTS)) : ofField,
          Occur.FILTER);
    }
    if (artistsToo) {
      all.add(inField.build(), Occur.FILTER);
    }
    return all.add(popularity(), Occur.SHOULD).build();
  }

  private static Query anyOf(List<Spelling> spellings, List<String> fields) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String field : fields) {
      for (Spelling spelling : spellings) {
        Term term = new Term(field, spelling.text());
        any.add(spelling.beginning() ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
      }
    }
    return any.build();
  }

  /** What popularity adds to a track's score. */
  static double prior(int popularity) {
    return PRIOR_WEIGHT * popularity / (popularity + PRIOR_PIVOT);
  }

  /** Tracks that have a word, or two, in this spelling. */
  static Query spelling(Spelling spelling) {
    String[] words = spelling.text().split(" ");
    Query query;
    if (words.length == 1) {
      Term term = new Term(TrackDocument.WORDS, words[0]);
      query = spelling.beginning() ? new PrefixQuery(term) : new TermQuery(term);
    } else {
      BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
      for (String field : TrackDocument.PLACES) {
        anywhere.add(new PhraseQuery(field, words), Occur.SHOULD);
      }
      query = anywhere.build();
    }
    return query;
  }

  private Query word(QueryWord word, List<Whole> wholes) {
    List<Query> ways = new ArrayList<>();
    Term term = new Term(TrackDocument.WORDS, word.text());
    ways.add(new TermQuery(term));
    if (word.beginning()) {
      ways.add(constant(new PrefixQuery(term), BEGINNING));
    }
    for (Whole whole : wholes) {
      if (whole.unit <= word.unit() && word.unitEnd() <= whole.unitEnd) {
        ways.add(whole.query());
      }
    }
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
  }

  /** Whatever is a title or an artist in what was typed, the longest first. */
  List<Whole> wholes(QueryText text) throws IOException {
    List<String> units = text.units();
    List<Whole> wholes = new ArrayList<>();
    addWholes(wholes, names, WHOLE, units);
    addWholes(wholes, bareNames, BARE, units);
    addWholes(wholes, artists, WHOLE, units);
    return wholes.stream()
        .sorted(Comparator.comparingInt(whole -> whole.unit - whole.unitEnd))
        .limit(MOST_WHOLES)
        .toList();
  }

  private static void addWholes(
      List<Whole> wholes, Dictionary known, float bonus, List<String> units) throws IOException {
    Dictionary.Lookup lookup = known.lookup();
    int all = units.size();
    for (int from = 0; from < Math.min(all, MOST_UNITS); from++) {
      StringBuilder run = new StringBuilder();
      boolean goesOn = true;
      for (int to = from; to < all && goesOn; to++) {
        run.append(units.get(to));
        goesOn = lookup.find(run.toString());
        if (lookup.found() && (to - from < QueryText.LONGEST_NAME || to - from == all - 1)) {
          float share = (float) (to - from + 1) / all;
          wholes.add(new Whole(known.term(run.toString()), from, to + 1, share * bonus));
        }
      }
    }
  }

  private static void addPhrases(BooleanQuery.Builder scored, List<String> units) {
    int pairs = units.size() - 1;
    for (int i = 0; i < Math.min(pairs, MOST_UNITS); i++) {
      for (String field : List.of(TrackDocument.NAME, TrackDocument.ARTISTS)) {
        Query neighbours = new PhraseQuery(field, units.get(i), units.get(i + 1));
        scored.add(constant(neighbours, PHRASE / pairs), Occur.SHOULD);
      }
    }
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Query popularity() {
    return FeatureField.newSaturationQuery(
        TrackDocument.PRIOR, NumericField.POPULARITY.label(), PRIOR_WEIGHT, PRIOR_PIVOT);
  }
}
