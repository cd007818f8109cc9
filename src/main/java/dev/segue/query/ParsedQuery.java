package dev.segue.query;

import java.util.Optional;

/**
 * A question as {@link QuerySyntax} reads it.
 *
 * @param text the words that are looked for anywhere, where they stand in the question: conditions
 *     are blanks; may be blank
 * @param filter what its conditions let pass
 * @param error why it was read as plain words, if it was
 */
public record ParsedQuery(String text, TrackFilter filter, Optional<SyntaxError> error) {
  /**
   * What is wrong with a question.
   *
   * @param detail for the person who asked
   * @param position where, in characters from 0
   */
  public record SyntaxError(String detail, int position) {}
}
