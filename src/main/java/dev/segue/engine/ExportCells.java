package dev.segue.engine;

import dev.segue.catalog.Track;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;

/**
 * What the rows of an export say about one track, as the bytes of CSV cells. A track stands in some
 * ten rows; its cells are made once.
 *
 * @param first the id at the beginning of a row
 * @param second the id within a row
 * @param description its name, artists, album, genres, image and popularity
 */
@SuppressWarnings("ArrayRecordComponent") // written, never compared
record ExportCells(String id, byte[] first, byte[] second, byte[] description) {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /** A cell that is the first of its row may be quoted where others are not. */
  private static final String NOT_FIRST = "0";

  static ExportCells of(Track track) {
    String first = FORMAT.format(track.id());
    return new ExportCells(
        track.id(),
        bytes(first),
        first.equals(track.id()) ? bytes(first) : within(track.id()),
        within(
            track.name(),
            String.join(";", track.artists()),
            track.album(),
            String.join(";", track.genres()),
            track.imageUrl(),
            track.popularity()));
  }

  private static byte[] within(Object... cells) {
    Object[] row = new Object[cells.length + 1];
    row[0] = NOT_FIRST;
    System.arraycopy(cells, 0, row, 1, cells.length);
    return bytes(FORMAT.format(row).substring(NOT_FIRST.length() + 1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
