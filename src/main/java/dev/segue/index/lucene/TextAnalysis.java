package dev.segue.index.lucene;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import dev.segue.index.lucene.Words.Word;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * How text becomes words, the same for tracks and questions: compatibility forms are composed (full
 * width, half-width kana), characters are folded ({@link CharacterFolding}), ICU finds the words of
 * any script, and case and accents are folded (UTR #30) – but for kana, whose voicing marks are
 * letters: べ is not へ. A text of signs alone, such as "÷" or "!!!", is one word.
 *
 * <p>In Chinese, Japanese and Korean each character is a word, and so is each pair of neighbours; a
 * question looks for the pairs. Any part of a title is found by that, whereas a dictionary finds
 * only the parts that it cuts, cuts a part of a title otherwise than the whole, and does not know
 * names (Foo & Li 2004, "Chinese word segmentation and its effect on information retrieval"). Thai,
 * Lao, Khmer and Burmese, which have no spaces either, are still cut by ICU's dictionary.
 */
final class TextAnalysis extends Analyzer {
  private static final Normalizer2 COMPOSED = Normalizer2.getNFKCInstance();

  private static final Normalizer2 FOLDING_BUT_KANA =
      new FilteredNormalizer2(
          ICUFoldingFilter.NORMALIZER, new UnicodeSet("[^\\u3040-\\u30FF\\u3099\\u309A]").freeze());

  private static final int MOST_SIGNS = 100;

  private static final int EVERY_SCRIPT =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  @Override
  protected Reader initReader(String field, Reader text) {
    return new CharacterFolding(new ICUNormalizer2CharFilter(text, COMPOSED));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
    TokenStream pairs = new CJKBigramFilter(words, EVERY_SCRIPT, true);
    return new TokenStreamComponents(words, new ICUFoldingFilter(pairs, FOLDING_BUT_KANA));
  }

  /** Names of one field, such as artists, are not neighbours. */
  @Override
  public int getPositionIncrementGap(String field) {
    return 100;
  }

  /** A name, with what it is in Latin letters. */
  NameText name(String text) {
    return new NameText(words(text), Romanization.of(text).stream().map(this::words).toList());
  }

  /** The words of a text. */
  Words words(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("words", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      TypeAttribute type = stream.addAttribute(TypeAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      int units = 0;
      while (stream.incrementToken()) {
        boolean pair = type.type().equals(CJKBigramFilter.DOUBLE_TYPE);
        int unit = pair ? units - 1 : units++;
        words.add(new Word(term.toString(), unit, pair, place.startOffset(), place.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(words.isEmpty() ? signs(text) : words);
  }

  /** A text without letters and digits, as one word. */
  private static List<Word> signs(String text) {
    StringBuilder signs = new StringBuilder();
    COMPOSED
        .normalize(text)
        .codePoints()
        .filter(TextAnalysis::isSign)
        .limit(MOST_SIGNS)
        .forEach(signs::appendCodePoint);
    return signs.isEmpty()
        ? List.of()
        : List.of(new Word(signs.toString(), 0, false, 0, text.length()));
  }

  private static boolean isSign(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK ->
          false;
      default -> true;
    };
  }
}
