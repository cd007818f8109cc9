package dev.segue.cli;

import com.google.errorprone.annotations.FormatMethod;
import dev.segue.evaluate.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table of a report, for terminals and for pages.
 *
 * @param columns the first names what a row is about
 * @param rows as many cells each as there are columns
 */
record ReportTable(List<String> columns, List<List<Cell>> rows) {
  /** A table to which rows are added. */
  ReportTable(String... columns) {
    this(List.of(columns), new ArrayList<>());
  }

  /**
   * A cell.
   *
   * @param text as it is read
   * @param estimate what it shows, or {@code null} where that is no estimate
   */
  record Cell(String text, Estimate estimate) {
    static Cell text(String text) {
      return new Cell(text, null);
    }

    @FormatMethod
    static Cell of(String format, Object... values) {
      return text(String.format(Locale.ROOT, format, values));
    }

    /** A value with its interval. */
    static Cell of(Estimate estimate) {
      return new Cell(EvaluationLines.fine(estimate), estimate);
    }

    /** A value alone. */
    static Cell number(double value) {
      return text(EvaluationLines.number("%.4f", value));
    }
  }

  ReportTable row(Cell... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Writes the table with columns as wide as they must be; the first to the left. */
  void write(Output out) {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      int at = column;
      widths[column] =
          Math.max(
              columns.get(column).length(),
              rows.stream().mapToInt(row -> row.get(at).text().length()).max().orElse(0));
    }
    out.line("");
    out.line("%s", line(columns, widths));
    for (List<Cell> row : rows) {
      out.line("%s", line(row.stream().map(Cell::text).toList(), widths));
    }
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String gap = " ".repeat(widths[column] - cells.get(column).length());
      line.append(column == 0 ? cells.get(0) + gap : "  " + gap + cells.get(column));
    }
    return line.toString().stripTrailing();
  }
}
