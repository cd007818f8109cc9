package dev.segue.http.spotify;

import dev.segue.catalog.NumericField;
import dev.segue.query.NameField;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Spotify's search understands: words, and {@code artist: track: album: genre: year:}, each
 * also with what stands in quotation marks. {@code isrc: upc: tag:} ask for what no catalogue
 * holds, and find nothing.
 *
 * @param words what is left
 * @param names what is asked of names, by their kinds
 * @param filter all that is asked of fields
 */
record SearchText(String words, Map<NameField, String> names, TrackFilter filter) {
  /** Quotation marks hide what looks like a field. */
  private static final Pattern FIELD =
      Pattern.compile(
          "\"[^\"]*\"|(?<!\\S)(artist|track|album|genre|year|isrc|upc|tag):",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"(.*)", Pattern.DOTALL);
  private static final Pattern WHOLE = Pattern.compile("(.*)()", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("(\\S*)(.*)", Pattern.DOTALL);
  private static final Pattern YEARS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");
  private static final Map<String, NameField> NAMES =
      Map.of("artist", NameField.ARTIST, "track", NameField.TITLE, "album", NameField.ALBUM);

  /** How far the value of a name goes where it is not quoted. */
  enum Reach {
    /** To the next field: {@code artist:Miles Davis}. */
    NEXT_FIELD,
    /** To the next word: {@code artist:radiohead creep}. */
    NEXT_WORD
  }

  /**
   * Reads a text.
   *
   * @throws RequestException when a year is none
   */
  static SearchText read(String q, Reach reach) {
    Matcher field = FIELD.matcher(q);
    boolean more = next(field);
    StringBuilder words = new StringBuilder(more ? q.substring(0, field.start()) : q);
    Map<NameField, String> names = new EnumMap<>(NameField.class);
    List<TrackFilter> filters = new ArrayList<>();
    while (more) {
      String name = field.group(1).toLowerCase(Locale.ROOT);
      int from = field.end();
      more = next(field);
      String text = q.substring(from, more ? field.start() : q.length()).strip();
      Matcher value = QUOTED.matcher(text);
      if (!value.matches()) {
        boolean whole = NAMES.containsKey(name) && reach == Reach.NEXT_FIELD;
        value = (whole ? WHOLE : WORD).matcher(text);
        value.matches();
      }
      if (!value.group(1).isBlank()) {
        filters.add(filter(name, value.group(1)));
        if (NAMES.containsKey(name)) {
          names.put(NAMES.get(name), value.group(1));
        }
      }
      words.append(' ').append(value.group(2));
    }
    return new SearchText(words.toString().strip(), names, new TrackFilter.AllOf(filters));
  }

  /** Whether it asks for nothing. */
  boolean isEmpty() {
    return words.isEmpty() && filter.equals(new TrackFilter.AllOf(List.of()));
  }

  private static boolean next(Matcher field) {
    boolean found = field.find();
    while (found && field.group(1) == null) {
      found = field.find();
    }
    return found;
  }

  private static TrackFilter filter(String name, String value) {
    return switch (name) {
      case "artist", "track", "album" ->
          new TrackFilter.Named(Optional.of(NAMES.get(name)), value, false);
      case "genre" -> new TrackFilter.GenreAnyOf(TrackFilter.keys(List.of(value)));
      case "year" -> years(value);
      default -> new TrackFilter.IdAnyOf(Set.of());
    };
  }

  private static TrackFilter years(String value) {
    Matcher years = YEARS.matcher(value);
    if (!years.matches()) {
      throw RequestException.invalid(
          "q",
          "year is '%s', must be a year such as 1999, or years such as 1990-1999."
              .formatted(value));
    }
    int first = Integer.parseInt(years.group(1));
    int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
    if (first > last) {
      throw RequestException.invalid("q", "year is '%s': nothing lies between.".formatted(value));
    }
    return new TrackFilter.Range(NumericField.YEAR, first, last);
  }
}
