package dev.segue.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes small catalogue files for tests: columns with a valid value each, and rows that say only
 * what differs.
 */
final class Csv {
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final List<List<String>> rows = new ArrayList<>();

  private Csv() {}

  /** A file with the columns of the 114k set. */
  static Csv tracks() {
    return new Csv()
        .column("track_id", "id")
        .column("artists", "Some One")
        .column("album_name", "Some Album")
        .column("track_name", "Some Song")
        .column("popularity", "50")
        .column("duration_ms", "200000")
        .column("explicit", "False")
        .audio()
        .column("track_genre", "pop");
  }

  /** A file without columns. */
  static Csv empty() {
    return new Csv();
  }

  /** Adds a column, or gives one another usual value. */
  Csv column(String name, String value) {
    columns.put(name, value);
    return this;
  }

  /** Adds the twelve audio features. */
  Csv audio() {
    List<String> values =
        List.of(
            "0.5", "0.6", "5", "-7.5", "1", "0.04", "0.3", "0.001", "0.12", "0.7", "120.5", "4");
    for (int i = 0; i < values.size(); i++) {
      column(NumericField.AUDIO.get(i).label(), values.get(i));
    }
    return this;
  }

  /** Adds a row: the usual values but for these, given as column, value, column, value … */
  Csv row(String... columnsAndValues) {
    Map<String, String> row = new LinkedHashMap<>(columns);
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      if (row.replace(columnsAndValues[i], columnsAndValues[i + 1]) == null) {
        throw new IllegalArgumentException("no column " + columnsAndValues[i]);
      }
    }
    rows.add(List.copyOf(row.values()));
    return this;
  }

  /** Adds so many rows with ids that begin like that. */
  Csv rows(int count, String idPrefix) {
    for (int i = 0; i < count; i++) {
      row("track_id", idPrefix + i);
    }
    return this;
  }

  @Override
  public String toString() {
    return line(List.copyOf(columns.keySet()))
        + rows.stream().map(Csv::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(String text) {
    return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
