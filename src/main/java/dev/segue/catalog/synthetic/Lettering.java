package dev.segue.catalog.synthetic;

import java.util.Locale;

/** How an artist spells everything; a plain title begins with a capital at least. */
enum Lettering {
  PLAIN,
  LOWER,
  UPPER;

  /** Reads a phrase of the topic {@code style}. */
  static Lettering named(String style) {
    return valueOf(style.toUpperCase(Locale.ROOT));
  }

  String set(String text) {
    return switch (this) {
      case PLAIN -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case UPPER -> text.toUpperCase(Locale.ROOT);
    };
  }
}
