package dev.segue.index.lucene;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a text, in order, as {@link TextAnalysis} finds them. A text consists of units –
 * words, or single characters where scripts have no spaces – and two characters that follow each
 * other are a pair, a word of its own.
 *
 * @param list units and pairs; a pair stands between its two units
 */
record Words(List<Word> list) {

  /**
   * A word.
   *
   * @param text folded
   * @param unit which unit it is, or its first one, from 0
   * @param pair whether it is two units
   * @param start of what was typed for it, in characters
   * @param end behind what was typed for it
   */
  record Word(String text, int unit, boolean pair, int start, int end) {
    /** Behind its last unit. */
    int unitEnd() {
      return pair ? unit + 2 : unit + 1;
    }
  }

  /** What a track is found by: every word. */
  List<String> all() {
    return list.stream().map(Word::text).toList();
  }

  /** What a question looks for: every word but the units that stand in pairs. */
  List<Word> asked() {
    boolean[] paired = new boolean[list.size() + 1];
    for (Word word : list) {
      if (word.pair) {
        Arrays.fill(paired, word.unit, word.unitEnd(), true);
      }
    }
    return list.stream().filter(word -> word.pair || !paired[word.unit]).toList();
  }

  /** The units. */
  List<String> units() {
    return list.stream().filter(word -> !word.pair).map(Word::text).toList();
  }

  /** The text as one term, in which spaces do not count: "AC/DC" and "acdc" are the same. */
  String whole() {
    return String.join("", units());
  }

  boolean isEmpty() {
    return list.isEmpty();
  }
}
