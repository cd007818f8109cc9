package dev.segue.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads cells that hold several names.
 *
 * <p>Two ways of writing them are known: {@code a;b}, and the list of a Python program, {@code
 * ['a', "b's"]}. Only a cell that is such a list from end to end is taken for one, for there are
 * artists called {@code [re:jazz]}. Names come trimmed, empty ones are dropped.
 */
final class NameList {
  private final String text;
  private int at;

  private NameList(String text) {
    this.text = text;
  }

  /** The names of artists in a cell. */
  static List<String> artists(String cell) {
    String text = cell.strip();
    List<String> quoted = quoted(text);
    return quoted != null ? quoted : split(text, ";");
  }

  /** The genres in a cell; here brackets mean a list even without quotes, {@code [pop, rock]}. */
  static List<String> genres(String cell) {
    String text = cell.strip();
    List<String> quoted = quoted(text);
    if (quoted != null) {
      return quoted;
    }
    return bracketed(text) ? split(text.substring(1, text.length() - 1), ",") : split(text, ";");
  }

  private static boolean bracketed(String text) {
    return text.startsWith("[") && text.endsWith("]");
  }

  private static List<String> split(String text, String separator) {
    return text.contains(separator)
        ? Stream.of(text.split(separator)).map(String::strip).filter(s -> !s.isEmpty()).toList()
        : text.isBlank() ? List.of() : List.of(text.strip());
  }

  /** The items of a Python list of strings, or null when the text is none. */
  private static List<String> quoted(String text) {
    return bracketed(text) ? new NameList(text.substring(1, text.length() - 1)).items() : null;
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    boolean comma = true;
    while (skipSpaces()) {
      char c = text.charAt(at++);
      if (c == ',' && !comma) {
        comma = true;
      } else if ((c == '\'' || c == '"') && comma) {
        String item = item(c);
        if (item == null) {
          return null;
        }
        if (!item.isBlank()) {
          items.add(item.strip());
        }
        comma = false;
      } else {
        return null;
      }
    }
    return items;
  }

  private boolean skipSpaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  /** The rest of a string up to its closing quote, or null when there is none. */
  private String item(char quote) {
    StringBuilder item = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return item.toString();
      }
      if (c == '\\' && at < text.length()) {
        escape(item);
      } else {
        item.append(c);
      }
    }
    return null;
  }

  private void escape(StringBuilder item) {
    char c = text.charAt(at++);
    switch (c) {
      case '\\', '\'', '"' -> item.append(c);
      case 'n' -> item.append('\n');
      case 'r' -> item.append('\r');
      case 't' -> item.append('\t');
      case 'x' -> codePoint(item, c, 2);
      case 'u' -> codePoint(item, c, 4);
      case 'U' -> codePoint(item, c, 8);
      default -> item.append('\\').append(c);
    }
  }

  /** Appends the code point of so many hexadecimal digits, or the escape itself if it is none. */
  private void codePoint(StringBuilder item, char escape, int digits) {
    int end = at + digits;
    if (end <= text.length() && text.substring(at, end).matches("[0-9a-fA-F]+")) {
      long code = Long.parseLong(text.substring(at, end), 16);
      if (code <= Character.MAX_CODE_POINT) {
        item.appendCodePoint((int) code);
        at = end;
        return;
      }
    }
    item.append('\\').append(escape);
  }
}
