package dev.segue.catalog;

import java.util.List;

/**
 * A row that is no track.
 *
 * @param file the source it comes from, as the caller named it
 * @param line the line on which the row starts, from 1
 * @param reason the kind of fault, the same for all rows of that fault, such as {@code tempo out of
 *     range}
 * @param detail the fault itself, with the value and the limit
 * @param values the row's cells as they stand in the file
 */
public record RejectedRow(
    String file, long line, String reason, String detail, List<String> values) {

  /** Copies the cells. */
  public RejectedRow {
    values = List.copyOf(values);
  }
}
