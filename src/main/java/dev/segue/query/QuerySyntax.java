package dev.segue.query;

import dev.segue.catalog.NumericField;
import dev.segue.query.ParsedQuery.SyntaxError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query language, for those who want it: conditions among the words, all of which must hold.
 *
 * <pre>
 * "exact phrase"                        in the title, an artist or the album
 * pre*                                  a word there that begins so
 * title:word  artist:"daft punk"  album:pre*
 * genre:rock                            the name of a genre
 * energy:&gt;0.8  year:1990..1999  key:7    every number of a track; also &gt;= &lt; &lt;= 120.. ..120
 * explicit:true
 * -live  -"radio edit"  -genre:rock     not this
 * </pre>
 *
 * <p>Whatever else has a colon, a dash, a star or brackets in it is words, as titles have them,
 * too. There is no nesting. Time and memory O(n).
 */
public final class QuerySyntax {
  private static final Pattern FIELD = Pattern.compile("([A-Za-z_]+):(?=\\S)");
  private static final Pattern BEGINNING = Pattern.compile("[^*]*[\\p{L}\\p{N}]\\*");
  private static final String NUMBER = "([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+))";
  private static final Pattern COMPARED = Pattern.compile("(>=?|<=?|)" + NUMBER);
  private static final Pattern RANGE =
      Pattern.compile("(?=.*\\d)" + NUMBER + "??\\.\\." + NUMBER + "?");

  private static final Set<String> NAMES = Set.of("title", "artist", "album");

  private final String q;
  private final StringBuilder words;
  private final List<TrackFilter> conditions = new ArrayList<>();
  private int position;

  private QuerySyntax(String q) {
    this.q = q;
    words = new StringBuilder(q);
  }

  /** Reads a question; one with a mistake as plain words. */
  public static ParsedQuery parse(String q) {
    QuerySyntax syntax = new QuerySyntax(q);
    try {
      syntax.readAll();
    } catch (Mistake mistake) {
      return new ParsedQuery(
          q,
          TrackFilter.EVERYTHING,
          Optional.of(new SyntaxError(mistake.getMessage(), mistake.position)));
    }
    return new ParsedQuery(
        syntax.words.toString(),
        syntax.conditions.isEmpty()
            ? TrackFilter.EVERYTHING
            : new TrackFilter.AllOf(syntax.conditions),
        Optional.empty());
  }

  /** What is wrong, on its way out. */
  private static final class Mistake extends Exception {
    private static final long serialVersionUID = 1;
    private final int position;

    Mistake(int position, String detail) {
      super(detail, null, false, false);
      this.position = position;
    }
  }

  private void readAll() throws Mistake {
    while (position < q.length()) {
      if (Character.isWhitespace(q.charAt(position))) {
        position++;
      } else {
        readOne();
      }
    }
  }

  private void readOne() throws Mistake {
    int start = position;
    boolean not = q.charAt(start) == '-' && start + 1 < q.length() && begins(q.charAt(start + 1));
    position += not ? 1 : 0;
    Matcher field = FIELD.matcher(q).region(position, q.length());
    String name = field.lookingAt() ? field.group(1).toLowerCase(Locale.ROOT) : "";
    Optional<TrackFilter> condition = Optional.empty();
    if (isField(name)) {
      position = field.end();
      condition = Optional.of(field(name));
      blank(start, position);
    } else if (q.charAt(position) == '"') {
      int opening = position;
      String phrase = phrase();
      if (not) {
        blank(start, position);
      } else {
        blank(opening, opening + 1);
        blank(position - 1, position);
      }
      condition = Optional.of(new TrackFilter.Named(Optional.empty(), phrase, false));
    } else {
      String word = word();
      if (not || BEGINNING.matcher(word).matches()) {
        condition = Optional.of(named(Optional.empty(), word));
        blank(start, position);
      }
    }
    condition.ifPresent(filter -> conditions.add(not ? new TrackFilter.Not(filter) : filter));
  }

  private void blank(int from, int to) {
    words.replace(from, to, " ".repeat(to - from));
  }

  private static boolean begins(char c) {
    return c == '"' || Character.isLetterOrDigit(c);
  }

  private static boolean isField(String name) {
    return NAMES.contains(name)
        || name.equals("genre")
        || name.equals("explicit")
        || NumericField.named(name).isPresent();
  }

  private TrackFilter field(String name) throws Mistake {
    int start = position;
    boolean quoted = q.charAt(start) == '"';
    String value = quoted ? phrase() : word();
    return switch (name) {
      case "title", "artist", "album" -> {
        Optional<NameField> field = Optional.of(NameField.valueOf(name.toUpperCase(Locale.ROOT)));
        yield quoted ? new TrackFilter.Named(field, value, false) : named(field, value);
      }
      case "genre" -> new TrackFilter.GenreAnyOf(TrackFilter.keys(List.of(value)));
      case "explicit" ->
          switch (value) {
            case "true" -> new TrackFilter.ExplicitIs(true);
            case "false" -> new TrackFilter.ExplicitIs(false);
            default ->
                throw new Mistake(
                    start, "explicit is '%s', must be true or false.".formatted(value));
          };
      default -> range(NumericField.named(name).orElseThrow(), value, start);
    };
  }

  private static TrackFilter named(Optional<NameField> field, String word) {
    return BEGINNING.matcher(word).matches()
        ? new TrackFilter.Named(field, word.substring(0, word.length() - 1), true)
        : new TrackFilter.Named(field, word, false);
  }

  private static TrackFilter range(NumericField field, String value, int at) throws Mistake {
    Matcher compared = COMPARED.matcher(value);
    Matcher range = RANGE.matcher(value);
    double min = Double.NEGATIVE_INFINITY;
    double max = Double.POSITIVE_INFINITY;
    if (compared.matches()) {
      double number = number(field, compared.group(2), at);
      switch (compared.group(1)) {
        case ">" -> min = Math.nextUp(number);
        case ">=" -> min = number;
        case "<" -> max = Math.nextDown(number);
        case "<=" -> max = number;
        default -> {
          min = number;
          max = number;
        }
      }
    } else if (range.matches()) {
      min = range.group(1) == null ? min : number(field, range.group(1), at);
      max = range.group(2) == null ? max : number(field, range.group(2), at);
    } else {
      throw new Mistake(
          at,
          "%s is '%s', must be a number such as %s, or bounds such as >%3$s or %3$s..%s."
              .formatted(field.label(), value, plain(field.min()), plain(field.max())));
    }
    if (min > max) {
      throw new Mistake(at, "%s is '%s': nothing lies between.".formatted(field.label(), value));
    }
    return new TrackFilter.Range(field, min, max);
  }

  private static double number(NumericField field, String text, int at) throws Mistake {
    double number = Double.parseDouble(text);
    if (number < field.min() || number > field.max()) {
      throw new Mistake(
          at, "%s is %s, allowed is %s.".formatted(field.label(), text, field.range()));
    }
    return number;
  }

  private static String plain(double number) {
    return Long.toString((long) number);
  }

  /** What stands between quotation marks, the first of which is here. */
  private String phrase() throws Mistake {
    int end = q.indexOf('"', position + 1);
    if (end < 0) {
      throw new Mistake(position, "The quotation mark is never closed.");
    }
    String phrase = q.substring(position + 1, end);
    if (phrase.isBlank()) {
      throw new Mistake(position, "There is nothing between the quotation marks.");
    }
    position = end + 1;
    return phrase;
  }

  private String word() {
    int end = position;
    while (end < q.length() && !Character.isWhitespace(q.charAt(end))) {
      end++;
    }
    String word = q.substring(position, end);
    position = end;
    return word;
  }
}
