package dev.segue.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text of which some is marked.
 *
 * @param parts in order; together they are the whole text
 */
public record MarkedText(List<Part> parts) {
  /** Some of the text. */
  public record Part(String text, boolean marked) {}

  /** Puts a text together. */
  static final class Builder {
    private final List<Part> parts = new ArrayList<>();

    Builder add(String text, boolean marked) {
      if (!text.isEmpty()) {
        parts.add(new Part(text, marked));
      }
      return this;
    }

    MarkedText build() {
      return new MarkedText(parts);
    }
  }

  /** Copies. */
  public MarkedText {
    parts = List.copyOf(parts);
  }

  /** The whole text. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }
}
