package dev.segue.index.lucene;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How text becomes words, the same for tracks and questions: compatibility forms are composed (full
 * width, half-width kana), apostrophes vanish ("God's" is "gods"), ICU finds the words of any
 * script, and case and accents are folded (UTR #30) – but for kana, whose voicing marks are
 * letters: べ is not へ.
 */
final class TextAnalysis extends Analyzer {
  private static final Normalizer2 FOLDING_BUT_KANA =
      new FilteredNormalizer2(
          ICUFoldingFilter.NORMALIZER, new UnicodeSet("[^\\u3040-\\u30FF\\u3099\\u309A]").freeze());

  private static final NormalizeCharMap NO_APOSTROPHES = noApostrophes();

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(
        NO_APOSTROPHES, new ICUNormalizer2CharFilter(text, Normalizer2.getNFKCInstance()));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new ICUTokenizer();
    return new TokenStreamComponents(words, new ICUFoldingFilter(words, FOLDING_BUT_KANA));
  }

  /** The words of a text, in order. */
  List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("words", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static NormalizeCharMap noApostrophes() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String apostrophe : List.of("'", "\u2019", "\u2018", "\u02BC", "\u00B4", "`")) {
      map.add(apostrophe, "");
    }
    return map.build();
  }
}
