package dev.segue.bench;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Progress;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.random.RandomGenerator;

/**
 * Filters that pass a given share of a catalogue: windows over its sorted durations, each of as
 * many tracks. Every track has a duration, few have the same one, and it says little of how a track
 * sounds.
 */
final class DurationFilters {
  private final int[] sortedMillis;

  /**
   * Filters over some tracks.
   *
   * @param durationsMillis of every track, in any order; not empty
   */
  DurationFilters(int... durationsMillis) {
    sortedMillis = durationsMillis.clone();
    Arrays.sort(sortedMillis);
  }

  /** Filters over a catalogue, every track of which is read. */
  static DurationFilters of(TrackIndex index, Progress progress) throws IOException {
    int[] durationsMillis = new int[index.size()];
    progress.begin("Reading durations", durationsMillis.length, "tracks");
    try {
      for (int ordinal = 0; ordinal < durationsMillis.length; ordinal++) {
        durationsMillis[ordinal] = index.track(ordinal).durationMillis();
        progress.advance(1);
      }
    } finally {
      progress.end();
    }
    return new DurationFilters(durationsMillis);
  }

  /** Whether the share is at least one track. */
  boolean has(double share) {
    return sortedMillis.length * share >= 1;
  }

  /**
   * A random one of the filters that pass the share, or more where durations are equal.
   *
   * @param share one that it {@link #has}
   */
  TrackFilter.Range draw(double share, RandomGenerator random) {
    int tracks = (int) Math.round(sortedMillis.length * share);
    int first = random.nextInt(sortedMillis.length - tracks + 1);
    return new TrackFilter.Range(
        NumericField.DURATION_MS, sortedMillis[first], sortedMillis[first + tracks - 1]);
  }

  /** The share that truly passes, as a mean over filters, (0, 1]. */
  double passing(Collection<TrackFilter.Range> filters) {
    return filters.stream()
            .mapToInt(filter -> shorterThan(filter.max() + 1) - shorterThan(filter.min()))
            .average()
            .orElseThrow()
        / sortedMillis.length;
  }

  private int shorterThan(double millis) {
    int low = 0;
    int high = sortedMillis.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sortedMillis[middle] < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
