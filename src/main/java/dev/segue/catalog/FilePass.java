package dev.segue.catalog;

import java.io.IOException;

/** Goes through one file of a catalogue once, from its header to its last row. */
final class FilePass {
  private FilePass() {}

  /** Is told of the header, and gives back who is told of each row. */
  @FunctionalInterface
  interface Visitor {
    RowVisitor header(Header header);
  }

  /** Is told of each row. */
  @FunctionalInterface
  interface RowVisitor {
    void row(Row row) throws IOException;
  }

  /**
   * Shows the visitor every row.
   *
   * @param task what the visitor does, as people read it, such as {@code Reading}
   * @throws CatalogException when the file cannot be read, is empty or lacks needed columns
   */
  static SourceReport run(CatalogFile file, String task, Progress progress, Visitor visitor)
      throws IOException {
    progress.begin(task + " " + file.name(), file.bytes(), "bytes");
    try (CsvRows rows = new CsvRows(file, progress)) {
      RowVisitor rowVisitor = visitor.header(header(file, rows));
      long count = 0;
      try (ReadAhead ahead = new ReadAhead(rows)) {
        for (Row row = ahead.next(); row != null; row = ahead.next()) {
          rowVisitor.row(row);
          count++;
        }
      }
      return new SourceReport(file.name(), file.bytes(), count, rows.brokenSequences());
    } finally {
      progress.end();
    }
  }

  private static Header header(CatalogFile file, CsvRows rows) throws CatalogException {
    Row first = rows.next();
    if (first == null) {
      throw new CatalogException("%s is empty.".formatted(file.name()));
    }
    return new Header(file.name(), first.cells());
  }
}
