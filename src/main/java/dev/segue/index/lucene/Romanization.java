package dev.segue.index.lucene;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Text of other scripts as people type it in Latin letters: Cyrillic by BGN's table for Russian,
 * Greek by the UN's, hangul by {@link Hangul}, Chinese characters as pinyin, all but hangul by ICU;
 * Japanese by the readings of kuromoji's dictionary, which knows names (宇多田ヒカル is "utada hikaru"),
 * with long vowels as they are spelt (toukyou) and as they sound (tokyo). Arabic and Hebrew, which
 * leave their vowels out, cannot be romanised without a dictionary.
 */
final class Romanization {
  private static final Normalizer2 COMPOSED = Normalizer2.getNFKCInstance();
  private static final Pattern INITIAL_YE = Pattern.compile("(?i)\\bye");

  private static final Transliterator CYRILLIC =
      Transliterator.getInstance("Russian-Latin/BGN; Cyrillic-Latin");
  private static final Transliterator GREEK = Transliterator.getInstance("Greek-Latin/UNGEGN");
  private static final Transliterator KANA =
      Transliterator.getInstance("Katakana-Latin; Hiragana-Latin");
  private static final Transliterator HAN = Transliterator.getInstance("Han-Latin");

  private static final Analyzer JAPANESE =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          return new TokenStreamComponents(
              new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL));
        }
      };

  private Romanization() {}

  /** The ways to write a text in Latin letters; none when there is nothing to write so. */
  static Collection<String> of(String name) {
    String text = COMPOSED.normalize(name);
    boolean cyrillic = false;
    boolean greek = false;
    boolean kana = false;
    boolean han = false;
    boolean hangul = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (character > 0x24F) { // beyond the Latin letters of most texts
        switch (UScript.getScript(character)) {
          case UScript.CYRILLIC -> cyrillic = true;
          case UScript.GREEK -> greek = true;
          case UScript.HIRAGANA, UScript.KATAKANA -> kana = true;
          case UScript.HAN -> han = true;
          case UScript.HANGUL -> hangul = true;
          default -> {}
        }
      }
    }
    String latin = text;
    if (cyrillic) {
      latin = CYRILLIC.transliterate(latin);
    }
    if (greek) {
      latin = GREEK.transliterate(latin);
    }
    if (hangul) {
      latin = Hangul.romanize(latin);
    }
    Set<String> all = new LinkedHashSet<>();
    if (kana || han) {
      all.add(japanese(latin, false));
      all.add(japanese(latin, true));
      if (!kana) {
        all.add(HAN.transliterate(latin));
      }
    } else if (cyrillic || greek || hangul) {
      all.add(latin);
      if (cyrillic) {
        all.add(INITIAL_YE.matcher(latin).replaceAll("e"));
      }
    }
    return all;
  }

  /**
   * Readings, with spaces between words.
   *
   * @param spoken as they sound, or else as they are spelt
   */
  private static String japanese(String text, boolean spoken) {
    StringBuilder readings = new StringBuilder();
    try (TokenStream words = JAPANESE.tokenStream("", text)) {
      CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
      ReadingAttribute reading = words.addAttribute(ReadingAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        String said = spoken ? reading.getPronunciation() : reading.getReading();
        readings.append(said == null ? term.toString() : said).append(' ');
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return KANA.transliterate(readings.toString());
  }
}
