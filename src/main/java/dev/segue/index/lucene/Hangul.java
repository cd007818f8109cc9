package dev.segue.index.lucene;

import java.util.List;

/**
 * Hangul in Latin letters by the Revised Romanization of Korean (2000): syllable by syllable, where
 * a final consonant before a vowel is spoken as that vowel's initial (한국어 is "hangugeo"). Other
 * changes of sound between syllables are left out. ICU has no table for it.
 */
final class Hangul {
  private static final List<String> INITIALS =
      List.of(
          "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
          "p", "h");

  private static final List<String> VOWELS =
      List.of(
          "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
          "we", "wi", "yu", "eu", "ui", "i");

  private static final List<String> FINALS =
      List.of(
          "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
          "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t");

  private static final List<String> FINALS_BEFORE_VOWELS =
      List.of(
          "", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r",
          "m", "b", "ps", "s", "ss", "ng", "j", "ch", "k", "t", "p", "");

  private static final int FIRST = 0xAC00;
  private static final int LAST = 0xD7A3;

  /** The initial that is no sound. */
  private static final int SILENT = 11;

  private Hangul() {}

  /** The text, with its syllables in Latin letters. */
  static String romanize(String text) {
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSyllable(c)) {
        latin.append(c);
        continue;
      }
      boolean beforeVowel =
          i + 1 < text.length()
              && isSyllable(text.charAt(i + 1))
              && initial(text.charAt(i + 1)) == SILENT;
      latin
          .append(INITIALS.get(initial(c)))
          .append(VOWELS.get((c - FIRST) / FINALS.size() % VOWELS.size()))
          .append((beforeVowel ? FINALS_BEFORE_VOWELS : FINALS).get((c - FIRST) % FINALS.size()));
    }
    return latin.toString();
  }

  private static boolean isSyllable(char c) {
    return c >= FIRST && c <= LAST;
  }

  private static int initial(char syllable) {
    return (syllable - FIRST) / FINALS.size() / VOWELS.size();
  }
}
