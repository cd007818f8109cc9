package dev.segue.index;

/**
 * A word of a question.
 *
 * @param text as the index spells it
 * @param start of what was typed for it, in characters
 * @param end behind what was typed for it
 * @param unit the first of the units it covers ({@link QueryText#units})
 * @param unitEnd behind the last
 * @param beginning whether it may be the beginning of a word
 * @param optional whether tracks without it fit too
 */
public record QueryWord(
    String text, int start, int end, int unit, int unitEnd, boolean beginning, boolean optional) {

  /** The same word, with which tracks fit better, but without which they fit too. */
  public QueryWord asOptional() {
    return new QueryWord(text, start, end, unit, unitEnd, beginning, true);
  }
}
