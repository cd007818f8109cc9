package dev.segue.evaluate;

import dev.segue.catalog.Track;
import java.util.List;
import java.util.Set;

/**
 * Tracks to be asked about together.
 *
 * @param kind what they have in common
 * @param seeds the tracks
 * @param artist by whom all are, as a key, or {@code null}
 * @param genres of which answers should be
 */
record SeedMix(Kind kind, List<Track> seeds, String artist, Set<String> genres) {
  /** How many tracks are asked about together. */
  static final int SIZE = 5;

  /** What the tracks of a mix have in common. */
  enum Kind {
    /** Their artist. */
    ONE_ARTIST("five by one artist"),
    /** Three have one genre, two another. */
    TWO_GENRES("three and two of two genres");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
