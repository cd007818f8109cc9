package dev.segue.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the columns of one file stand; resolved once, so that a cell is found without a search. */
final class Header {
  private final int width;
  private final Map<CatalogColumn, int[]> positions = new EnumMap<>(CatalogColumn.class);

  /**
   * Finds the columns.
   *
   * @throws CatalogException when needed columns are missing; it names these and what was seen
   */
  Header(String source, String[] names) throws CatalogException {
    width = names.length;
    List<String> missing = new ArrayList<>();
    for (CatalogColumn column : CatalogColumn.values()) {
      int[] found = positions(column, names);
      positions.put(column, found);
      if (found.length == 0 && column.needed()) {
        missing.add(column.label());
      }
    }
    if (!missing.isEmpty()) {
      throw new CatalogException(
          "%s lacks needed columns: %s. Its columns are: %s. Is it a CSV file with a header?"
              .formatted(source, String.join(", ", missing), seen(names)));
    }
  }

  /** Cells of a row, at most; more, and its quoting is broken. */
  int width() {
    return width;
  }

  boolean has(CatalogColumn column) {
    return positions.get(column).length > 0;
  }

  /** The cell of that column, empty where the file has no such column or the row ends before it. */
  String cell(CatalogColumn column, String[] row) {
    int[] found = positions.get(column);
    return found.length > 0 && found[0] < row.length ? row[found[0]] : "";
  }

  /** Every cell of a column that may stand in a file several times. */
  Stream<String> cells(CatalogColumn column, String[] row) {
    return IntStream.of(positions.get(column))
        .filter(position -> position < row.length)
        .mapToObj(position -> row[position]);
  }

  private static int[] positions(CatalogColumn column, String[] names) {
    int[] ranks = Stream.of(names).mapToInt(column::rank).toArray();
    return IntStream.range(0, names.length)
        .filter(position -> ranks[position] >= 0)
        .boxed()
        .sorted(Comparator.comparingInt(position -> ranks[position]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static String seen(String[] names) {
    int most = 60;
    String list =
        Stream.of(names)
            .limit(most)
            .map(name -> name.isBlank() ? "(unnamed)" : name.strip())
            .map(name -> name.length() > 40 ? name.substring(0, 40) + "…" : name)
            .collect(Collectors.joining(", "));
    return names.length > most ? list + ", …" : list;
  }
}
