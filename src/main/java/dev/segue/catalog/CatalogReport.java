package dev.segue.catalog;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reading a catalogue came to: {@code rows = tracks + mergedDuplicates + rejected}.
 *
 * @param sources each source, in the order of reading
 * @param rows rows of all sources
 * @param tracks tracks that were made of them
 * @param mergedDuplicates rows whose id another row had before
 * @param rejected rows that are no track
 * @param rejectsByReason how many rows were rejected, by {@link RejectedRow#reason}
 * @param imputed how many values of the tracks were filled in, by column
 * @param elapsed how long the reading took, downloads not counted
 */
public record CatalogReport(
    List<SourceReport> sources,
    long rows,
    long tracks,
    long mergedDuplicates,
    long rejected,
    SortedMap<String, Long> rejectsByReason,
    SortedMap<String, Long> imputed,
    Duration elapsed) {

  /** Copies. */
  public CatalogReport {
    sources = List.copyOf(sources);
    rejectsByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectsByReason));
    imputed = Collections.unmodifiableSortedMap(new TreeMap<>(imputed));
  }

  /** The speed of reading. */
  public double rowsPerSecond() {
    return rows * 1e9 / Math.max(1, elapsed.toNanos());
  }
}
