package dev.segue.engine;

import dev.segue.catalog.RejectedRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** {@code rejects.csv}: file, line and reason of every rejected row, and its cells as they were. */
final class RejectsFile implements Closeable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Path file;
  private final CSVPrinter printer;

  RejectsFile(Path file) throws IOException {
    this.file = file;
    printer = new CSVPrinter(Files.newBufferedWriter(file), FORMAT);
    printer.printRecord("file", "line", "reason", "detail", "row");
  }

  void write(RejectedRow row) {
    try {
      printer.printRecord(
          row.file(),
          row.line(),
          row.reason(),
          row.detail(),
          FORMAT.format(row.values().toArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    printer.close();
    Durable.sync(file);
  }
}
