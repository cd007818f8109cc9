package dev.segue.catalog;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What stands in for values that a catalogue lacks.
 *
 * @param medians the middle value of each column of numbers; of an even number of values the lower
 *     one where values are whole, else the mean of both. Columns without a value are absent
 * @param name the most frequent title, of equally frequent ones the first by {@link
 *     String#compareTo}, or null
 * @param artists the most frequent artists of a track, chosen likewise, or null
 */
record TypicalValues(Map<CatalogColumn, Double> medians, String name, List<String> artists) {
  /** Nothing stands in. */
  static final TypicalValues NONE = new TypicalValues(Map.of(), null, null);

  /** Copies. */
  TypicalValues {
    medians = Map.copyOf(medians);
    artists = artists == null || artists.isEmpty() ? null : List.copyOf(artists);
  }

  /**
   * Collects the usable cells of all rows. O(rows) memory: eight bytes for a number, one entry for
   * a distinct title or artists cell.
   */
  static final class Census {
    private static final List<CatalogColumn> NUMBERS =
        Stream.of(CatalogColumn.values()).filter(column -> column.field() != null).toList();

    private final Map<CatalogColumn, Numbers> numbers = new EnumMap<>(CatalogColumn.class);
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> artists = new HashMap<>();

    Census() {
      NUMBERS.forEach(column -> numbers.put(column, new Numbers()));
    }

    void add(Header header, String[] row) {
      if (row.length > header.width()) {
        return;
      }
      for (CatalogColumn column : NUMBERS) {
        double number = NumberCell.parse(column.field(), header.cell(column, row));
        if (NumberCell.fits(column.field(), number)) {
          numbers.get(column).add(number);
        }
      }
      count(names, header.cell(CatalogColumn.NAME, row));
      count(artists, header.cell(CatalogColumn.ARTISTS, row));
    }

    TypicalValues typical() {
      Map<CatalogColumn, Double> medians = new EnumMap<>(CatalogColumn.class);
      numbers.forEach(
          (column, values) -> {
            if (values.size > 0) {
              medians.put(column, values.median(column.field().integral()));
            }
          });
      String artistsCell = mostFrequent(artists);
      return new TypicalValues(
          medians, mostFrequent(names), artistsCell == null ? null : NameList.artists(artistsCell));
    }

    private static void count(Map<String, Integer> counts, String text) {
      if (!text.isBlank()) {
        counts.merge(text, 1, Integer::sum);
      }
    }

    private static String mostFrequent(Map<String, Integer> counts) {
      return counts.entrySet().stream()
          .max(
              Map.Entry.<String, Integer>comparingByValue()
                  .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
          .map(Map.Entry::getKey)
          .orElse(null);
    }
  }

  private static final class Numbers {
    private double[] values = new double[1024];
    private int size;

    void add(double value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + (size >> 1));
      }
      values[size++] = value;
    }

    double median(boolean whole) {
      Arrays.sort(values, 0, size);
      double lower = values[(size - 1) / 2];
      return whole ? lower : (lower + values[size / 2]) / 2;
    }
  }
}
