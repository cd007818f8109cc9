package dev.segue.index.lucene;

import java.util.List;

/**
 * The words of a text, in order, as {@link TextAnalysis} finds them.
 *
 * @param all what a track is found by
 * @param asked what a question looks for: all of them but the characters that stand in pairs
 */
record Words(List<String> all, List<String> asked) {
  /** The text as one term: all words, with single spaces between. */
  String whole() {
    return String.join(" ", all);
  }
}
