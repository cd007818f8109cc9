package dev.segue.listening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A text file of lines whose fields are parted by tabs, {@code ::}, commas or semicolons, whichever
 * the first line has. Empty lines and a byte order mark are passed over.
 */
final class SeparatedText {
  private static final List<String> SEPARATORS = List.of("\t", "::", ",", ";");

  /** How much of the first line is looked at. */
  private static final int LONGEST_LINE = 1 << 16;

  /** What some programs begin UTF-8 with. */
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  /** What a terminal would obey, not show. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

  private SeparatedText() {}

  /** Is given each line in turn. */
  interface Lines {
    /**
     * Takes a line.
     *
     * @param number of the line in the file, from 1
     */
    void take(CSVRecord fields, long number) throws IOException;
  }

  /** Opens a file behind its mark. */
  static BufferedReader open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new ListeningException("%s is a folder, not a file.".formatted(path));
    }
    BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      return text;
    } catch (CharacterCodingException e) {
      text.close();
      throw noText(path);
    }
  }

  /**
   * Reads a file to its end. Quotes part fields only where commas or semicolons do; elsewhere they
   * are signs as all others.
   *
   * @throws ListeningException when it is no such text
   */
  static void read(Path path, BufferedReader text, Lines lines) throws IOException {
    long number = 0;
    try (CSVParser parser = format(path, text).parse(text)) {
      for (CSVRecord line : parser) {
        number = parser.getCurrentLineNumber();
        lines.take(line, number);
      }
    } catch (CharacterCodingException e) {
      throw noText(path);
    } catch (UncheckedIOException e) {
      throw switch (e.getCause()) {
        case CharacterCodingException coding -> noText(path);
        case CSVException quotes ->
            new ListeningException(
                ("%s, after line %d: a quote is not closed, or text follows a closing quote. Quotes"
                        + " within a quoted field are written twice.")
                    .formatted(path, number));
        default -> e.getCause();
      };
    }
  }

  /** The first line that is not blank, which is read again later; empty where there is none. */
  static Optional<String> firstLine(BufferedReader text) throws IOException {
    text.mark(LONGEST_LINE);
    char[] start = new char[LONGEST_LINE];
    int read = Math.max(0, text.read(start));
    text.reset();
    return new String(start, 0, read).lines().filter(each -> !each.isBlank()).findFirst();
  }

  private static CSVFormat format(Path path, BufferedReader text) throws IOException {
    String line = firstLine(text).orElse(",");
    String separator =
        SEPARATORS.stream()
            .filter(line::contains)
            .findFirst()
            .orElseThrow(
                () -> wrong(path, 1, line, "fields are parted by commas, tabs, semicolons or ::"));
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(true)
        .setTrim(true)
        .setQuote(separator.equals(",") || separator.equals(";") ? '"' : null)
        .get();
  }

  /** A line that cannot be read. */
  static ListeningException wrong(Path path, long number, String line, String rule) {
    String start = line.length() <= 80 ? line : line.substring(0, 80) + "…";
    return wrong(path, number, "%s: '%s'.".formatted(rule, UNSEEN.matcher(start).replaceAll("�")));
  }

  /** A line that says what cannot be. */
  static ListeningException wrong(Path path, long number, String message) {
    return new ListeningException("%s, line %d: %s".formatted(path, number, message));
  }

  /** A file that is no text. */
  static ListeningException noText(Path path) {
    return new ListeningException("%s is not UTF-8 text.".formatted(path));
  }
}
