package dev.segue.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * As people without the keyboard type other scripts, letter by letter: Cyrillic (Russian
 * passports), Greek (ELOT 743 without digraphs of vowels), kana (Hepburn, long vowels as they are
 * spelt) and hangul (Revised Romanization, each syllable by itself). Written down here, not taken
 * from a library, so that an index that transliterates by a library is not measured by itself.
 */
final class Transliteration {
  private static final Map<Integer, String> LETTERS = new HashMap<>();

  static {
    put(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
            + " i yi ye g u dj j lj nj c dz");
    put("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o");
    put(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん",
        "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho"
            + " ma mi mu me mo ya yu yo ra ri ru re ro wa i e o n");
    put(
        "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔぁぃぅぇぉー",
        "ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po vu a i u e o"
            + " -");
  }

  private static final List<String> INITIALS =
      List.of("g kk n d tt r m b pp s ss - j jj ch k t p h".split(" "));
  private static final List<String> VOWELS =
      List.of("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" "));
  private static final List<String> FINALS =
      List.of("- k k k n n n t l k m p l l p l m p p t t ng t t k t p t".split(" "));

  private static final String SMALL_Y = "ゃゅょ";
  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;

  private Transliteration() {}

  /**
   * The text in Latin letters; empty when it is, or when it has letters that are not known here.
   */
  static Optional<String> of(String text) {
    int[] letters =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .map(Transliteration::hiragana)
            .toArray();
    List<String> latin = new ArrayList<>();
    boolean foreign = false;
    for (int i = 0; i < letters.length; i++) {
      String known = latin(letters[i]);
      if (letters[i] == 'っ') {
        String next = i + 1 < letters.length ? latin(letters[i + 1]) : null;
        latin.add(next == null || next.isEmpty() ? "" : next.substring(0, 1));
      } else if (SMALL_Y.indexOf(letters[i]) >= 0 && !latin.isEmpty()) {
        String vowel = List.of("a", "u", "o").get(SMALL_Y.indexOf(letters[i]));
        String before = latin.removeLast();
        String stem = before.isEmpty() ? "" : before.substring(0, before.length() - 1);
        latin.add(stem + (stem.matches(".*(sh|ch|j)") ? "" : "y") + vowel);
      } else if (known != null) {
        latin.add(known);
        foreign = true;
      } else if (!Character.isLetter(letters[i])
          || Character.UnicodeScript.of(letters[i]) == Character.UnicodeScript.LATIN) {
        latin.add(Character.toString(letters[i]));
      } else {
        return Optional.empty();
      }
    }
    return foreign ? Optional.of(String.join("", latin)) : Optional.empty();
  }

  private static String latin(int letter) {
    if (letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE) {
      int syllable = letter - FIRST_SYLLABLE;
      return (INITIALS.get(syllable / 28 / 21)
              + VOWELS.get(syllable / 28 % 21)
              + FINALS.get(syllable % 28))
          .replace("-", "");
    }
    String known = LETTERS.get(letter);
    if (known == null && letter > 0x7F) { // ά is α, й is known as it is
      String bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
      known = LETTERS.get(bare.codePointAt(0));
    }
    return known;
  }

  private static int hiragana(int letter) {
    return letter >= 'ァ' && letter <= 'ヶ' ? letter - 'ァ' + 'ぁ' : letter;
  }

  private static void put(String letters, String latin) {
    List<String> all = List.of(latin.split(" "));
    for (int i = 0; i < letters.length(); i++) {
      LETTERS.put((int) letters.charAt(i), all.get(i).replace("-", ""));
    }
  }
}
