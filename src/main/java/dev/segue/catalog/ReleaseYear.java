package dev.segue.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the year out of a year or a date of release: {@code 2003}, {@code 2003.0}, {@code 2003-05},
 * {@code 2003-05-14}, {@code 2003-05-14T00:00:00Z}, and the {@code 5/14/2003} of spreadsheets.
 */
final class ReleaseYear {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:\\.0|[-/]\\d{1,2}(?:[-/]\\d{1,2}(?:[T ].*)?)?)?");
  private static final Pattern YEAR_LAST = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4})");

  private ReleaseYear() {}

  /**
   * The year in a cell, or null when the cell is blank or its year 0, which stands for unknown.
   *
   * @throws Rejection when there is something else in it
   */
  static Integer parse(String cell) throws Rejection {
    String text = cell.strip();
    if (text.isEmpty() || text.equals("0") || text.equals("0.0")) {
      return null;
    }
    Matcher first = YEAR_FIRST.matcher(text);
    Matcher last = YEAR_LAST.matcher(text);
    Matcher found = first.matches() ? first : last;
    if (!first.matches() && !last.matches()) {
      throw new Rejection(
          "year not a date",
          "year is '%s', allowed are such as 2003, 2003-05, 2003-05-14".formatted(cell));
    }
    int year = Integer.parseInt(found.group(1));
    return year == 0 ? null : (Integer) (int) NumberCell.inRange(NumericField.YEAR, year);
  }
}
