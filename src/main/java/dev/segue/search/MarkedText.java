package dev.segue.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A text of which some is marked.
 *
 * @param parts in order; together they are the whole text
 */
public record MarkedText(List<Part> parts) {
  /** No text. */
  static final MarkedText NONE = new MarkedText(List.of());

  /** Some of the text. */
  public record Part(String text, boolean marked) {}

  /** Copies. */
  public MarkedText {
    parts = List.copyOf(parts);
  }

  /** Whether anything is marked. */
  public boolean hasMarks() {
    return parts.stream().anyMatch(Part::marked);
  }

  /** The whole text. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
