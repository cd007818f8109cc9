package dev.segue.catalog.synthetic;

import dev.segue.catalog.AudioFeatures;

/** Reads a sound off in the units, ranges and roundings of published audio features. */
final class Measurement {
  private static final int[] MAJOR_KEYS = {14, 10, 13, 3, 6, 8, 6, 14, 8, 10, 5, 6};
  private static final int[] MINOR_KEYS = {7, 9, 6, 3, 11, 9, 9, 8, 5, 11, 9, 12};

  private static final double UNDETECTED_SHARE = 0.0012;
  private static final double FIVE_FOUR_SHARE = 0.014;
  private static final double ONE_FOUR_SHARE = 0.007;
  private static final double TOO_FAST_BPM = 118;

  private Measurement() {}

  static AudioFeatures audio(Artist artist, Sound sound, Dice dice) {
    Genre genre = artist.home();
    Profile profile = artist.profile();
    boolean beat = !dice.chance(UNDETECTED_SHARE);
    int mode = dice.chance(genre.major()) ? 1 : 0;
    return new AudioFeatures(
        beat ? share(Trait.DANCEABILITY, profile, sound) : 0,
        share(Trait.ENERGY, profile, sound),
        key(mode == 1 ? MAJOR_KEYS : MINOR_KEYS, dice),
        loudness(level(Trait.LOUDNESS, profile, sound)),
        mode,
        beat ? share(Trait.SPEECHINESS, profile, sound) : 0,
        share(Trait.ACOUSTICNESS, profile, sound),
        share(Trait.INSTRUMENTALNESS, profile, sound),
        share(Trait.LIVENESS, profile, sound),
        beat ? share(Trait.VALENCE, profile, sound) : 0,
        beat ? tempo(level(Trait.TEMPO, profile, sound), genre.doubled(), dice) : 0,
        beat ? beatsInBar(genre.three(), dice) : 0);
  }

  static int durationMillis(Profile profile, Sound sound) {
    return durationMillis(1000 * level(Trait.DURATION, profile, sound));
  }

  static int durationMillis(double millis) {
    return (int) Math.clamp(Math.rint(millis), 31_000, 2_400_000);
  }

  /** [-50, 2] dB, three decimals. */
  static double loudness(double decibels) {
    return Math.rint(1000 * Math.clamp(decibels, -50.0, 2.0)) / 1000;
  }

  /** Beats per minute, three decimals. */
  static double tempo(double bpm) {
    return Math.rint(1000 * Math.clamp(bpm, 38.0, 219.0)) / 1000;
  }

  /** [0, 0.996] with three significant digits, as in 0.0322 or 0.00000101. */
  static double share(double value) {
    double bounded = Math.clamp(value, 0.0, 0.996);
    if (bounded < 1e-6) {
      return 0;
    }
    double scale = 1000;
    while (bounded * scale < 100) {
      scale *= 10;
    }
    return Math.rint(bounded * scale) / scale;
  }

  private static double share(Trait trait, Profile profile, Sound sound) {
    return share(level(trait, profile, sound));
  }

  private static double level(Trait trait, Profile profile, Sound sound) {
    return trait.at(profile.of(trait), sound.of(trait));
  }

  /** Beat trackers miss the octave: slow songs are counted double, fast ones half. */
  private static double tempo(double bpm, double missed, Dice dice) {
    if (!dice.chance(missed)) {
      return tempo(bpm);
    }
    return tempo(bpm > TOO_FAST_BPM ? bpm / 2 : bpm * 2);
  }

  private static int beatsInBar(double three, Dice dice) {
    double drawn = dice.unit();
    if (drawn < three) {
      return 3;
    }
    if (drawn > 1 - FIVE_FOUR_SHARE) {
      return 5;
    }
    return drawn > 1 - FIVE_FOUR_SHARE - ONE_FOUR_SHARE ? 1 : 4;
  }

  private static int key(int[] weights, Dice dice) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    int drawn = dice.below(total);
    int key = 0;
    while (drawn >= weights[key]) {
      drawn -= weights[key];
      key++;
    }
    return key;
  }
}
