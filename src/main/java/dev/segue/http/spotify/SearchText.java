package dev.segue.http.spotify;

import dev.segue.catalog.NumericField;
import dev.segue.query.NameField;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Spotify's search understands: words, and {@code artist: track: album:} with everything up to
 * the next such name as the value, {@code genre: year:} with the next word, each also with what
 * stands in quotation marks. {@code isrc: upc: tag:} ask for what no catalogue holds, and find
 * nothing.
 *
 * @param words what is left
 */
record SearchText(String words, TrackFilter filter) {
  private static final Pattern FIELD =
      Pattern.compile(
          "(?<!\\S)(artist|track|album|genre|year|isrc|upc|tag):", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"(.*)", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("(\\S*)(.*)", Pattern.DOTALL);
  private static final Pattern YEARS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");
  private static final Set<String> NAMES = Set.of("artist", "track", "album");

  /**
   * Reads a text.
   *
   * @throws RequestException when a year is none
   */
  static SearchText read(String q) {
    Matcher field = FIELD.matcher(q);
    boolean more = field.find();
    StringBuilder words = new StringBuilder(more ? q.substring(0, field.start()) : q);
    List<TrackFilter> filters = new ArrayList<>();
    while (more) {
      String name = field.group(1).toLowerCase(Locale.ROOT);
      int from = field.end();
      more = field.find();
      String text = q.substring(from, more ? field.start() : q.length()).strip();
      Matcher quoted = QUOTED.matcher(text);
      if (quoted.matches()) {
        filter(name, quoted.group(1)).ifPresent(filters::add);
        words.append(' ').append(quoted.group(2));
      } else if (NAMES.contains(name)) {
        filter(name, text).ifPresent(filters::add);
      } else {
        Matcher word = WORD.matcher(text);
        word.matches();
        filter(name, word.group(1)).ifPresent(filters::add);
        words.append(' ').append(word.group(2));
      }
    }
    return new SearchText(words.toString().strip(), new TrackFilter.AllOf(filters));
  }

  private static Optional<TrackFilter> filter(String name, String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name) {
          case "artist" -> named(NameField.ARTIST, value);
          case "track" -> named(NameField.TITLE, value);
          case "album" -> named(NameField.ALBUM, value);
          case "genre" -> new TrackFilter.GenreAnyOf(TrackFilter.keys(List.of(value)));
          case "year" -> years(value);
          default -> new TrackFilter.IdAnyOf(Set.of());
        });
  }

  private static TrackFilter named(NameField field, String value) {
    return new TrackFilter.Named(Optional.of(field), value, false);
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
