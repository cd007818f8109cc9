package dev.segue.index.lucene;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * How text becomes words, the same for tracks and questions: compatibility forms are composed (full
 * width, half-width kana), katakana are hiragana (ソコ is そこ), apostrophes vanish ("God's" is
 * "gods"), ICU finds the words of any script, and case and accents are folded (UTR #30) – but for
 * kana, whose voicing marks are letters: べ is not へ.
 *
 * <p>In Chinese, Japanese and Korean each character is a word, and so is each pair of neighbours; a
 * question looks for the pairs. Any part of a title is found by that, whereas a dictionary finds
 * only the parts that it cuts, cuts a part of a title otherwise than the whole, and does not know
 * names (Foo & Li 2004, "Chinese word segmentation and its effect on information retrieval"). Thai,
 * Lao, Khmer and Burmese, which have no spaces either, are still cut by ICU's dictionary.
 */
final class TextAnalysis extends Analyzer {
  private static final Normalizer2 FOLDING_BUT_KANA =
      new FilteredNormalizer2(
          ICUFoldingFilter.NORMALIZER, new UnicodeSet("[^\\u3040-\\u30FF\\u3099\\u309A]").freeze());

  /** U+00B4, which is put for an apostrophe, as it is composed. */
  private static final String ACUTE = " \u0301";

  private static final NormalizeCharMap CHARACTERS = characters();

  private static final int EVERY_SCRIPT =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MappingCharFilter(
        CHARACTERS, new ICUNormalizer2CharFilter(text, Normalizer2.getNFKCInstance()));
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
    TokenStream pairs = new CJKBigramFilter(words, EVERY_SCRIPT, true);
    return new TokenStreamComponents(words, new ICUFoldingFilter(pairs, FOLDING_BUT_KANA));
  }

  /** The words of a text. */
  Words words(String text) {
    List<String> words = new ArrayList<>();
    BitSet pairs = new BitSet();
    try (TokenStream stream = tokenStream("words", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      TypeAttribute type = stream.addAttribute(TypeAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        pairs.set(words.size(), type.type().equals(CJKBigramFilter.DOUBLE_TYPE));
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> all = List.copyOf(words);
    return new Words(all, pairs.isEmpty() ? all : withoutPaired(all, pairs));
  }

  /** Pairs stand between their two characters. */
  private static List<String> withoutPaired(List<String> words, BitSet pairs) {
    return IntStream.range(0, words.size())
        .filter(i -> pairs.get(i) || !(pairs.get(i + 1) || (i > 0 && pairs.get(i - 1))))
        .mapToObj(words::get)
        .toList();
  }

  /** What characters become, after they were composed. */
  private static NormalizeCharMap characters() {
    NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
    for (String apostrophe : List.of("'", "\u2019", "\u2018", "\u02BC", ACUTE, "`")) {
      map.add(apostrophe, "");
    }
    for (char katakana = 'ァ'; katakana <= 'ヶ'; katakana++) {
      map.add(String.valueOf(katakana), String.valueOf((char) (katakana - 'ァ' + 'ぁ')));
    }
    // Marks of repetition, of which ICU takes only kana's for letters.
    for (String again : List.of("々", "〻", "ヽ")) {
      map.add(again, "ゝ");
    }
    map.add("ヾ", "ゞ");
    // What selects a glyph would stand between the characters of a pair.
    IntStream.concat(IntStream.rangeClosed(0xFE00, 0xFE0F), IntStream.rangeClosed(0xE0100, 0xE01EF))
        .forEach(selector -> map.add(Character.toString(selector), ""));
    return map.build();
  }
}
