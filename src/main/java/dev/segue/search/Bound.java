package dev.segue.search;

import dev.segue.catalog.NumericField;
import dev.segue.query.TrackFilter;

/**
 * Bounds of a number of a track.
 *
 * @param min inclusive, or {@link #LEAST}
 * @param max inclusive, or {@link #MOST}
 */
record Bound(NumericField field, double min, double max) {
  static final double LEAST = Double.NEGATIVE_INFINITY;
  static final double MOST = Double.POSITIVE_INFINITY;

  TrackFilter filter() {
    return new TrackFilter.Range(field, min, max);
  }

  /** In words of the API. */
  String meaning() {
    String label = field.label() + " ";
    if (min == max) {
      return label + plain(min);
    }
    return label
        + (min == LEAST
            ? "at most " + plain(max)
            : max == MOST ? "at least " + plain(min) : plain(min) + " to " + plain(max));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
