package dev.segue.playlist;

import dev.segue.catalog.AudioFeatures;
import java.util.Optional;

/**
 * A key on the Camelot wheel (Davis, "Harmonic mixing"): the circle of fifths as the hours of a
 * clock, each major key beside its relative minor. C major is 8B, A minor 8A.
 *
 * @param hour 1 to 12
 * @param major whether on the outer ring, B
 */
public record CamelotKey(int hour, boolean major) {
  private static final int HOURS = 12;

  /** The farthest apart that keys still go together: the same, its relative, or a fifth away. */
  public static final int COMPATIBLE = 1;

  /** The key of a track, where one was detected. */
  public static Optional<CamelotKey> of(AudioFeatures audio) {
    if (audio.key() < 0) {
      return Optional.empty();
    }
    boolean major = audio.mode() == 1;
    int tonic = major ? audio.key() : audio.key() + 3; // of the relative major
    return Optional.of(new CamelotKey((7 * tonic + 7) % HOURS + 1, major));
  }

  /** How far apart two keys are, 0 to 7: hours on the wheel, and one more between the rings. */
  public int distance(CamelotKey other) {
    int hours = Math.abs(hour - other.hour);
    return Math.min(hours, HOURS - hours) + (major == other.major ? 0 : 1);
  }

  /** As on the wheel, such as {@code 8A}. */
  public String label() {
    return hour + (major ? "B" : "A");
  }
}
