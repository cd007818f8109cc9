package dev.segue.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A question in words that the catalogue knows.
 *
 * @param parts in order; together they are the whole text
 */
public record Correction(List<Part> parts) {
  /** What was typed is left as it is. */
  static final Correction NONE = new Correction(List.of());

  /**
   * Some of the text.
   *
   * @param corrected whether something else was typed here
   */
  public record Part(String text, boolean corrected) {}

  /** Copies. */
  public Correction {
    parts = List.copyOf(parts);
  }

  /** Whether anything is corrected. */
  public boolean isEmpty() {
    return parts.stream().noneMatch(Part::corrected);
  }

  /** The corrected text. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
