package dev.segue.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of one CSV file, one after the other; lines without a character are passed over. */
final class CsvRows implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

  private final String source;
  private final Utf8Reader text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  /**
   * Opens a file.
   *
   * @throws CatalogException when it has changed or cannot be read
   */
  CsvRows(CatalogFile file, Progress progress) throws IOException {
    source = file.name();
    text = new Utf8Reader(opened(file, progress));
    parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get();
    records = parser.iterator();
  }

  /**
   * The next row, or null after the last.
   *
   * @throws CatalogException when the file is not readable or no CSV from here on
   */
  Row next() throws CatalogException {
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      try {
        if (!records.hasNext()) {
          return null;
        }
        String[] cells = records.next().values();
        text.rowEnds();
        if (cells.length > 1 || !cells[0].isEmpty()) {
          return new Row(line, cells);
        }
      } catch (UncheckedIOException e) {
        throw explained(e.getCause(), line);
      }
    }
  }

  /** See {@link Utf8Reader#brokenSequences}. */
  long brokenSequences() {
    return text.brokenSequences();
  }

  private static InputStream opened(CatalogFile file, Progress progress) throws CatalogException {
    try {
      return file.open(progress);
    } catch (CatalogException e) {
      throw e;
    } catch (IOException e) {
      throw CatalogFile.unreadable(file.name(), e);
    }
  }

  private CatalogException explained(IOException fault, long line) {
    return switch (fault) {
      case CSVException broken ->
          new CatalogException(
              ("%s, line %d: the row that starts here is no CSV: a quote is not closed, or text"
                      + " follows a closing quote. Quotes within a quoted cell are written twice.")
                  .formatted(source, line),
              fault);
      case Utf8Reader.RowTooLongException endless ->
          new CatalogException(
              ("%s, line %d: the row that starts here does not end within %d characters. Probably"
                      + " a quote in it is not closed.")
                  .formatted(source, line, Utf8Reader.LONGEST_ROW),
              fault);
      default -> CatalogFile.unreadable("%s, after line %d,".formatted(source, line - 1), fault);
    };
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
