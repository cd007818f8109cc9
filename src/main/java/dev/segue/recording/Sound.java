package dev.segue.recording;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;

/**
 * Whether two tracks of one title and main artist sound like one performance.
 *
 * <p>They last as long, within {@value #MOST_MILLIS} ms or {@value #MOST_SHARE} of the longer one,
 * and the root of the mean square of their differences, each as a share of what the feature differs
 * by at most between releases of one performance, is at most
 *
 * <ul>
 *   <li>{@value #FAR} where they have one tempo, within {@value #ONE_TEMPO}; or where it was
 *       counted at another level of the bar (2:1, 3:2, 4:3; Gouyon et al. 2006, "An experimental
 *       comparison of audio tempo induction algorithms", section IV). Then danceability does not
 *       count, since it is made of the tempo;
 *   <li>{@value #NEAR} where their tempos have nothing in common, or where they have other guests:
 *       a duet that was made of a solo has much in common with it.
 * </ul>
 *
 * <p>Loudness, key and mode never count: mastering changes the first, and the others are detected
 * too badly.
 */
final class Sound {
  private static final int MOST_MILLIS = 3_000;
  private static final double MOST_SHARE = 0.02;
  private static final double ONE_TEMPO = 0.03;
  private static final double FAR = 0.7;
  private static final double NEAR = 0.25;

  /** Danceability first, which does not always count. */
  private static final NumericField[] FEATURES = {
    NumericField.DANCEABILITY,
    NumericField.ENERGY,
    NumericField.SPEECHINESS,
    NumericField.ACOUSTICNESS,
    NumericField.INSTRUMENTALNESS,
    NumericField.LIVENESS,
    NumericField.VALENCE
  };

  /** By how much each differs at most between releases of one performance, for nearly all. */
  private static final double[] TOLERANCES = {0.08, 0.15, 0.08, 0.2, 0.3, 0.25, 0.12};

  private static final double[] METRICAL_LEVELS = {2, 1.5, 4 / 3.0};

  /** How many numbers a sound is. */
  static final int NUMBERS = FEATURES.length + 2;

  private static final int DURATION = FEATURES.length;
  private static final int TEMPO = FEATURES.length + 1;

  private Sound() {}

  /** Writes the sound of a track, {@link #NUMBERS} numbers, to a place. */
  static void write(Track track, float[] sounds, int at) {
    for (int i = 0; i < FEATURES.length; i++) {
      sounds[at + i] = (float) FEATURES[i].of(track);
    }
    sounds[at + DURATION] = track.durationMillis();
    sounds[at + TEMPO] = (float) track.audio().tempo();
  }

  /**
   * Whether the sounds at two places may be one performance.
   *
   * @param sameArtists whether all of their artists are the same
   */
  static boolean same(float[] sounds, int a, int b, boolean sameArtists) {
    float longer = Math.max(sounds[a + DURATION], sounds[b + DURATION]);
    float difference = Math.abs(sounds[a + DURATION] - sounds[b + DURATION]);
    if (difference > Math.max(MOST_MILLIS, MOST_SHARE * longer)) {
      return false;
    }
    float slow = Math.min(sounds[a + TEMPO], sounds[b + TEMPO]);
    float fast = Math.max(sounds[a + TEMPO], sounds[b + TEMPO]);
    boolean oneTempo = isRatio(slow, fast, 1);
    boolean related = oneTempo || isMetrical(slow, fast);
    return distance(sounds, a, b, oneTempo ? 0 : 1) <= (related && sameArtists ? FAR : NEAR);
  }

  private static boolean isMetrical(float slow, float fast) {
    for (double level : METRICAL_LEVELS) {
      if (isRatio(slow, fast, level)) {
        return true;
      }
    }
    return false;
  }

  /** Tempos of 0, which were not detected, are one tempo, and have no other ratio. */
  private static boolean isRatio(float slow, float fast, double ratio) {
    return Math.abs(fast - ratio * slow) <= ONE_TEMPO * ratio * slow;
  }

  private static double distance(float[] sounds, int a, int b, int from) {
    double sum = 0;
    for (int i = from; i < FEATURES.length; i++) {
      double share = (sounds[a + i] - sounds[b + i]) / TOLERANCES[i];
      sum += share * share;
    }
    return Math.sqrt(sum / (FEATURES.length - from));
  }
}
