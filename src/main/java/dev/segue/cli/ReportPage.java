package dev.segue.cli;

import dev.segue.cli.ReportTable.Cell;
import dev.segue.evaluate.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A report as one HTML page that needs nothing else. Under each estimate is a bar: its interval,
 * and the value as a stroke, between the least and the largest of its column.
 */
final class ReportPage {
  private ReportPage() {}

  static String of(ListeningTables report) {
    StringBuilder page = new StringBuilder(head(report));
    for (ReportTable table : report.tables()) {
      page.append("<div><table>\n<tr>");
      table
          .columns()
          .forEach(name -> page.append("<th scope=\"col\">").append(escaped(name)).append("</th>"));
      page.append("</tr>\n");
      for (List<Cell> row : table.rows()) {
        page.append("<tr>");
        for (int column = 0; column < row.size(); column++) {
          Cell cell = row.get(column);
          page.append("<td>").append(escaped(cell.text())).append(bar(table, column, cell));
          page.append("</td>");
        }
        page.append("</tr>\n");
      }
      page.append("</table></div>\n");
    }
    return page.append("</html>\n").toString();
  }

  private static String bar(ReportTable table, int column, Cell cell) {
    if (cell.estimate() == null) {
      return "";
    }
    List<Estimate> all =
        table.rows().stream()
            .map(row -> row.get(column).estimate())
            .filter(Objects::nonNull)
            .toList();
    double from = all.stream().mapToDouble(Estimate::low).min().orElseThrow();
    double to = all.stream().mapToDouble(Estimate::high).max().orElseThrow();
    double unit = to > from ? 100 / (to - from) : 0;
    Estimate estimate = cell.estimate();
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<rect x=\"%.2f\" width=\"%.2f\" y=\"1\" height=\"6\" fill=\"var(--bar)\"/>"
            + "<rect x=\"%.2f\" width=\"1\" height=\"8\" fill=\"var(--mark)\"/></svg>",
        unit * (estimate.low() - from),
        Math.max(.5, unit * (estimate.high() - estimate.low())),
        Math.min(99, unit * (estimate.value() - from)));
  }

  private static String head(ListeningTables report) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>%1$s</title>
    <style>
      :root { color-scheme: light dark; --bar: light-dark(#b9c9f2, #41548c); --mark: light-dark(#2445a8, #c3d1ff) }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem }
      div { overflow-x: auto }
      table { border-collapse: collapse; margin: 1.5rem 0; font-variant-numeric: tabular-nums }
      th, td { padding: .35rem .8rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%%, transparent); text-align: right; white-space: nowrap }
      th:first-child, td:first-child { text-align: left; font-weight: 600 }
      svg { display: block; width: 100%%; min-width: 9rem; height: 8px; margin-top: 2px }
    </style>
    <h1>Segue: %2$s</h1>
    <p>%1$s</p>
    """
        .formatted(escaped(report.title()), escaped(report.question()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
