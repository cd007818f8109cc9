package dev.segue.catalog;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts rejected rows by reason and keeps an example of each. */
final class RejectTally {
  private static final int REASONS_TOLD = 5;

  private final SortedMap<String, Long> counts = new TreeMap<>();
  private final Map<String, RejectedRow> examples = new TreeMap<>();
  private long total;

  void add(RejectedRow row) {
    total++;
    counts.merge(row.reason(), 1L, Long::sum);
    examples.putIfAbsent(row.reason(), row);
  }

  long total() {
    return total;
  }

  SortedMap<String, Long> byReason() {
    return counts;
  }

  /**
   * The most frequent reasons for people, each on a line of its own that begins with a new line.
   */
  String told() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(REASONS_TOLD)
        .map(entry -> line(entry.getValue(), examples.get(entry.getKey())))
        .collect(Collectors.joining());
  }

  private static String line(long count, RejectedRow example) {
    return "%n  %d × %s, such as %s line %d: %s"
        .formatted(count, example.reason(), example.file(), example.line(), example.detail());
  }
}
