package dev.segue.recording;

import java.util.Arrays;

/** Which tracks of a catalogue are one recording. Immutable. */
public final class Recordings {
  private final int[] foremost;

  /** Takes over, by ordinal, the ordinal of the track that stands for its recording. */
  Recordings(int[] foremost) {
    this.foremost = foremost;
  }

  /** So many tracks, each a recording of its own. */
  public static Recordings apart(int tracks) {
    int[] foremost = new int[tracks];
    Arrays.setAll(foremost, ordinal -> ordinal);
    return new Recordings(foremost);
  }

  /**
   * The track that stands for the recording of a track, by {@link Foremost}. Of a track that is
   * alone, itself.
   *
   * @param ordinal the track's position in the catalogue, from 0
   */
  public int foremost(int ordinal) {
    return foremost[ordinal];
  }

  /** How many there are: at most one a track. */
  public int count() {
    int count = 0;
    for (int ordinal = 0; ordinal < foremost.length; ordinal++) {
      count += foremost[ordinal] == ordinal ? 1 : 0;
    }
    return count;
  }
}
