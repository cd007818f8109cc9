package dev.segue.index.lucene;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * What characters become before words are looked for, where it depends on the characters beside
 * them, or is not in ICU's tables. Takes composed compatibility forms (NFKC) and keeps account of
 * where in the text each character stood.
 *
 * <ul>
 *   <li>Apostrophes, zero-width characters, marks of direction and selectors of glyphs vanish.
 *   <li>Katakana are hiragana, and so are their marks of repetition; 々, too, is ゝ.
 *   <li>A full stop between single letters vanishes ("T.N.T." is "tnt"), one between longer words
 *       parts them, as an underscore or a colon does. A comma within a number vanishes.
 *   <li>Signs put for letters are these letters: "P!nk" is "pink", "Ke$ha" is "kesha". An ampersand
 *       is "and".
 *   <li>Letters of Arabic and Persian that are written in several ways are written in one, as in
 *       Lucene's ArabicNormalizer and PersianNormalizer; final letters of Hebrew are the common
 *       ones.
 * </ul>
 */
final class CharacterFolding extends BaseCharFilter {
  private static final char NOTHING = 0;

  /** What U+00B4, which is put for an apostrophe, is composed to: this after a space. */
  private static final char ACUTE = '\u0301';

  private final StringBuilder folded = new StringBuilder();
  private String text;
  private int given;

  CharacterFolding(Reader composed) {
    super(composed);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (text == null) {
      text = readAll();
      fold();
    }
    int count = Math.min(length, folded.length() - given);
    if (count == 0) {
      return length == 0 ? 0 : -1;
    }
    folded.getChars(given, given + count, buffer, offset);
    given += count;
    return count;
  }

  /** In pieces of a name's size; {@link java.io.Reader#transferTo} would take 16 KB for each. */
  private String readAll() throws IOException {
    StringBuilder all = new StringBuilder();
    char[] piece = new char[128];
    for (int count = input.read(piece); count >= 0; count = input.read(piece)) {
      all.append(piece, 0, count);
    }
    return all.toString();
  }

  private void fold() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case ' ' -> {
          if (at(i + 1) == ACUTE) {
            i++;
          } else {
            folded.append(c);
          }
        }
        case '.' -> stop(i);
        case ',' -> put(isDigit(at(i - 1)) && isDigit(at(i + 1)) ? NOTHING : c);
        case '!' -> put(letterBefore(i) && letterAfter(i) ? 'i' : c);
        case '$' -> put(letterBefore(i) || letterAfter(i) ? 's' : c);
        case '&' -> and(i);
        case '\uDB40' -> i += Character.isLowSurrogate(at(i + 1)) ? 1 : 0; // selectors and tags
        default -> put(plain(c));
      }
      noteMoved(i + 1);
    }
  }

  private void stop(int i) {
    if (!letterBefore(i) || !letterAfter(i)) {
      folded.append('.');
    } else if (letterBefore(i - 1) || letterAfter(i + 1)) {
      folded.append(' ');
    }
  }

  /** Written out, the word stands where the sign did. */
  private void and(int i) {
    folded.append(' ');
    noteMoved(i);
    folded.append("and");
    noteMoved(i + 1);
    folded.append(' ');
  }

  private void put(char c) {
    if (c != NOTHING) {
      folded.append(c);
    }
  }

  /** Notes where the next character of the folded text stood. */
  private void noteMoved(int next) {
    int moved = next - folded.length();
    if (moved != getLastCumulativeDiff()) {
      addOffCorrectMap(folded.length(), moved);
    }
  }

  private boolean letterBefore(int i) {
    return i > 0 && Character.isLetter(text.codePointBefore(i));
  }

  private boolean letterAfter(int i) {
    return i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1));
  }

  private char at(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : NOTHING;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** What a character becomes wherever it stands. */
  private static char plain(char c) {
    if (c >= 'ァ' && c <= 'ヶ') {
      return (char) (c - 'ァ' + 'ぁ');
    }
    return switch (c) {
      case '\'', '\u2018', '\u2019', '\u02BB', '\u02BC', '\u2032', '`' -> NOTHING;
      case '\u05F3', '\u05F4', '\u0640' -> NOTHING; // geresh, gershayim, tatweel
      case '\u00AD', '\u034F', '\u061C', '\u180E', '\uFEFF' -> NOTHING;
      case '_', ':' -> ' ';
      case '々', '〻', 'ヽ' -> 'ゝ';
      case 'ヾ' -> 'ゞ';
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ى', 'ی' -> 'ي';
      case 'ة' -> 'ه';
      case 'ک' -> 'ك';
      case 'ך' -> 'כ';
      case 'ם' -> 'מ';
      case 'ן' -> 'נ';
      case 'ף' -> 'פ';
      case 'ץ' -> 'צ';
      default -> isInvisible(c) ? NOTHING : c;
    };
  }

  private static boolean isInvisible(char c) {
    return (c >= '\u200B' && c <= '\u200F')
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || (c >= '\uFE00' && c <= '\uFE0F');
  }
}
