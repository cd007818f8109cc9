package dev.segue.index.lucene;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What was typed, in Lucene's words. The score is a sum:
 *
 * <ul>
 *   <li>BM25F of every word over name, artists, album and genres as one weighted text (Robertson,
 *       Zaragoza & Taylor 2004, "Simple BM25 extension to multiple weighted fields"), so that it
 *       does not matter which word stands in which field;
 *   <li>{@value #BEGINNING} for the beginning of a word, which the last word typed may be;
 *   <li>{@value #WHOLE} for a title, or an artist, that is just what was typed;
 *   <li>popularity as a prior, {@code w·p / (p + pivot)} (Craswell et al. 2005, "Relevance
 *       weighting for query independent evidence", the saturation), with w = {@value #PRIOR_WEIGHT}
 *       and pivot = {@value #PRIOR_PIVOT}: it decides between equals.
 * </ul>
 */
final class TextQueries {
  static final float BEGINNING = 0.5f;
  static final float WHOLE = 4;
  static final float PRIOR_WEIGHT = 3;
  static final float PRIOR_PIVOT = 50;

  private final TextAnalysis analysis;

  TextQueries(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Tracks with every word of the text; with a blank one, every track. */
  Query everyWord(String text) {
    return query(text, Occur.MUST);
  }

  /** Tracks with some word of the text. */
  Query someWord(String text) {
    return query(text, Occur.SHOULD);
  }

  /** Whether {@link #someWord} can find more than {@link #everyWord}. */
  boolean severalWords(String text) {
    return words(text).size() > 1;
  }

  /** What popularity adds to a track's score. */
  static double prior(Track track) {
    int popularity = track.popularity() == null ? 0 : track.popularity();
    return PRIOR_WEIGHT * popularity / (popularity + PRIOR_PIVOT);
  }

  private Query query(String text, Occur occur) {
    List<String> words = words(text);
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    if (text.isBlank()) {
      wanted.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    } else if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words in '" + text + "'");
    }
    boolean unfinished =
        !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
    for (int i = 0; i < words.size(); i++) {
      wanted.add(word(words.get(i), unfinished && i == words.size() - 1), occur);
    }
    BooleanQuery.Builder scored =
        new BooleanQuery.Builder().add(wanted.build(), Occur.MUST).add(popularity(), Occur.SHOULD);
    if (!words.isEmpty()) {
      String whole = analysis.words(text).whole();
      scored.add(whole(TrackDocument.NAME_WHOLE, whole), Occur.SHOULD);
      scored.add(whole(TrackDocument.ARTIST_WHOLE, whole), Occur.SHOULD);
    }
    return scored.build();
  }

  private List<String> words(String text) {
    return new ArrayList<>(new LinkedHashSet<>(analysis.words(text).asked()));
  }

  private static Query word(String word, boolean unfinished) {
    Query exact =
        new CombinedFieldQuery.Builder(word)
            .addField(TrackDocument.NAME, 4)
            .addField(TrackDocument.ARTISTS, 3)
            .addField(TrackDocument.ALBUM, 1)
            .addField(TrackDocument.GENRES, 1)
            .build();
    if (!unfinished) {
      return exact;
    }
    Query beginning = new PrefixQuery(new Term(TrackDocument.WORDS, word));
    return new BooleanQuery.Builder()
        .add(exact, Occur.SHOULD)
        .add(new BoostQuery(new ConstantScoreQuery(beginning), BEGINNING), Occur.SHOULD)
        .build();
  }

  private static Query whole(String field, String whole) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, whole))), WHOLE);
  }

  private static Query popularity() {
    return FeatureField.newSaturationQuery(
        TrackDocument.PRIOR, NumericField.POPULARITY.label(), PRIOR_WEIGHT, PRIOR_PIVOT);
  }
}
