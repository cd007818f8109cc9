package dev.segue.playlist;

import dev.segue.catalog.Track;
import java.util.Optional;

/**
 * From one track to the next.
 *
 * @param tempoStep how far apart the tempos are, in octaves, but for whole octaves: 0 to ½; a track
 *     of 140 bpm is mixed with one of 70. NaN where one is not known
 * @param keyDistance {@link CamelotKey#distance}, 0 to 7, or -1 where a key is not known
 */
public record Transition(double tempoStep, int keyDistance) {
  /** A step of so many octaves, 19 %, is as hard as any. */
  private static final double HARD_STEP = 0.25;

  /** By distance on the wheel; farther is as hard as the last. */
  private static final double[] KEY_COSTS = {0, 0.2, 0.6, 1};

  private static final double UNKNOWN = 0.5;

  /** The transition between two tracks, the same in both directions. */
  static Transition between(Track one, Track other) {
    Optional<CamelotKey> key = CamelotKey.of(one.audio());
    Optional<CamelotKey> otherKey = CamelotKey.of(other.audio());
    return new Transition(
        tempoStep(one.audio().tempo(), other.audio().tempo()),
        key.isEmpty() || otherKey.isEmpty() ? -1 : key.get().distance(otherKey.get()));
  }

  private static double tempoStep(double tempo, double other) {
    if (tempo == 0 || other == 0) {
      return Double.NaN;
    }
    double octaves = Math.log(tempo / other) / Math.log(2);
    return Math.abs(octaves - Math.rint(octaves));
  }

  /** Whether both keys are known and go together. */
  public boolean inCompatibleKeys() {
    return keyDistance >= 0 && keyDistance <= CamelotKey.COMPATIBLE;
  }

  /** A step of tempo as people say it: 1/12 octave is 5.9 %. */
  public static double percent(double octaves) {
    return 100 * (Math.pow(2, octaves) - 1);
  }

  /** How hard it is to hear, [0, 1]: tempo and key by halves. */
  double cost() {
    double tempo = Double.isNaN(tempoStep) ? UNKNOWN : Math.min(1, tempoStep / HARD_STEP);
    double key = keyDistance < 0 ? UNKNOWN : KEY_COSTS[Math.min(keyDistance, KEY_COSTS.length - 1)];
    return (tempo + key) / 2;
  }
}
