package dev.segue.listening;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * Files of interactions: {@code user,item[,value[,time]]} a line, parted by tabs, {@code ::},
 * commas or semicolons, as MovieLens ({@code u.data}, {@code ratings.dat}, {@code ratings.csv}),
 * hetrec's {@code user_artists.dat} and most published folds have it. The value is a number, and 1
 * where there is none; the time is in seconds since 1970 or as ISO 8601 has it. A first line that
 * begins with what users are called, such as {@code user_id} or {@code listener}, is a header, but
 * for one whose value is a number. Empty lines are passed over. A header may go on with other
 * columns, of which one may be called {@code type}: then only its plays count, for the others are
 * no listening.
 */
public final class InteractionFile {
  /** What a header calls users. */
  private static final Pattern USER =
      Pattern.compile("(user|listener)([ _]?(id|name))?|uid", Pattern.CASE_INSENSITIVE);

  /** As an event says it. */
  private static final Pattern PLAY = Pattern.compile("(play)?");

  private static final int USUAL_FIELDS = 4;

  private final Path path;
  private boolean begun;
  private int mostFields = USUAL_FIELDS;

  /** Where the type of an event stands; -1 where all are plays. */
  private int type = -1;

  private InteractionFile(Path path) {
    this.path = path;
  }

  /**
   * Reads all records of a file.
   *
   * @param users of what was read before, which grow
   * @param items likewise
   * @throws ListeningException naming the line when one is no record, or when there is none
   */
  public static Interactions read(Path path, Ids users, Ids items) throws IOException {
    Interactions.Builder records = new Interactions.Builder(users, items);
    new InteractionFile(path).read(records);
    Interactions read = records.build();
    if (read.size() == 0) {
      throw new ListeningException("%s has no records.".formatted(path));
    }
    return read;
  }

  private void read(Interactions.Builder records) throws IOException {
    try (BufferedReader text = SeparatedText.open(path)) {
      SeparatedText.read(
          path,
          text,
          (line, number) -> {
            if (!begun && isHeader(line)) {
              begin(line);
            } else {
              add(line, number, records);
            }
            begun = true;
          });
    }
  }

  private static boolean isHeader(CSVRecord line) {
    return USER.matcher(line.get(0)).matches() && (line.size() < 3 || number(line.get(2)) == null);
  }

  private void begin(CSVRecord header) {
    for (int place = USUAL_FIELDS; place < header.size(); place++) {
      type = header.get(place).equalsIgnoreCase("type") ? place : type;
    }
    mostFields = Math.max(mostFields, header.size());
  }

  private boolean isPlay(CSVRecord line) {
    return type < 0 || type >= line.size() || PLAY.matcher(line.get(type)).matches();
  }

  private void add(CSVRecord line, long number, Interactions.Builder records)
      throws ListeningException {
    String text = String.join(" ", line.values());
    if (line.size() < 2 || line.size() > mostFields) {
      throw wrong(
          number,
          text,
          "a line has 2 to %d fields, this one %d".formatted(mostFields, line.size()));
    }
    if (line.get(0).isEmpty() || line.get(1).isEmpty()) {
      throw wrong(number, text, "the first two fields, a user and an item, are not empty");
    }
    Double value = line.size() > 2 ? number(line.get(2)) : Double.valueOf(1);
    if (value == null) {
      throw wrong(
          number,
          text,
          "the third field is a number"
              + (begun ? "" : ", but for a header's, which begins with 'user'"));
    }
    Long time = line.size() > 3 ? time(line.get(3)) : Long.valueOf(Interactions.UNKNOWN_TIME);
    if (time == null) {
      throw wrong(number, text, "the fourth field is a time, in seconds since 1970 or ISO 8601");
    }
    if (isPlay(line)) {
      records.add(line.get(0), line.get(1), value, time);
    }
  }

  private ListeningException wrong(long number, String line, String rule) {
    return SeparatedText.wrong(path, number, line, rule);
  }

  /** A decimal number that a float can hold, or null. */
  static Double number(String field) {
    try {
      double number = new BigDecimal(field).doubleValue(); // Double.parseDouble takes 3f, 3d, 0x3p0
      return Double.isFinite((float) number) ? (Double) number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Seconds since 1970, {@link Interactions#UNKNOWN_TIME} where the field is empty, or null. */
  static Long time(String field) {
    if (field.isEmpty()) {
      return Interactions.UNKNOWN_TIME;
    }
    Double seconds = number(field);
    if (seconds != null) {
      return Math.abs(seconds) < 0x1p63 ? seconds.longValue() : null;
    }
    try {
      return Instant.parse(field).getEpochSecond();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
