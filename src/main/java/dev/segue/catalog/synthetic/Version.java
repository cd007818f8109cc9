package dev.segue.catalog.synthetic;

import dev.segue.catalog.AudioFeatures;

/** What becomes of a song when it comes out again. */
enum Version {
  /** The very same recording on another release. */
  COMPILED(1, 6),
  /** The same recording, a little louder. */
  REMASTERED(1, -1),
  /** On a stage, with an audience. */
  LIVE(1.1, 10),
  /** With few instruments. */
  ACOUSTIC(0.97, 6),
  /** Made for dancing by somebody else. */
  REMIXED(1.08, 5);

  private final double stretch;
  private final int loss;

  /**
   * @param stretch by which the duration grows
   * @param loss points of popularity that it loses on average
   */
  Version(double stretch, int loss) {
    this.stretch = stretch;
    this.loss = loss;
  }

  int popularity(int original, Dice dice) {
    return Popularity.ofVersion(original, loss, dice);
  }

  int durationMillis(int original, Dice dice) {
    return switch (this) {
      case COMPILED -> original;
      case REMASTERED -> original + dice.between(-900, 900);
      case LIVE, ACOUSTIC, REMIXED ->
          Measurement.durationMillis(original * (stretch + 0.07 * dice.gaussian()));
    };
  }

  AudioFeatures audio(AudioFeatures original, Dice dice) {
    return switch (this) {
      case COMPILED -> original;
      case REMASTERED -> remastered(original, dice);
      case LIVE -> live(original, dice);
      case ACOUSTIC -> acoustic(original, dice);
      case REMIXED -> remixed(original, dice);
    };
  }

  private static AudioFeatures remastered(AudioFeatures a, Dice dice) {
    double gain = 0.4 + 2.2 * dice.unit();
    return new AudioFeatures(
        near(a.danceability(), dice),
        Measurement.share(near(a.energy(), dice) + 0.012 * gain),
        a.key(),
        Measurement.loudness(a.loudness() + gain),
        a.mode(),
        near(a.speechiness(), dice),
        near(a.acousticness(), dice),
        near(a.instrumentalness(), dice),
        near(a.liveness(), dice),
        near(a.valence(), dice),
        Measurement.tempo(a.tempo() + 0.02 * dice.gaussian()),
        a.timeSignature());
  }

  private static AudioFeatures live(AudioFeatures a, Dice dice) {
    return new AudioFeatures(
        Measurement.share(a.danceability() * (0.9 + 0.06 * dice.gaussian())),
        Measurement.share(a.energy() + (1 - a.energy()) * (0.2 + 0.2 * dice.unit())),
        a.key(),
        Measurement.loudness(a.loudness() - 0.8 + 1.4 * dice.gaussian()),
        a.mode(),
        Measurement.share(a.speechiness() * 1.25),
        Measurement.share(a.acousticness() * (0.7 + 0.5 * dice.unit())),
        Measurement.share(a.instrumentalness() * (0.4 + dice.unit())),
        Measurement.share(0.55 + 0.43 * dice.unit()),
        Measurement.share(a.valence() * (0.95 + 0.1 * dice.gaussian())),
        Measurement.tempo(a.tempo() * (1.02 + 0.02 * dice.gaussian())),
        a.timeSignature());
  }

  private static AudioFeatures acoustic(AudioFeatures a, Dice dice) {
    return new AudioFeatures(
        Measurement.share(a.danceability() * (0.95 + 0.08 * dice.gaussian())),
        Measurement.share(a.energy() * (0.45 + 0.2 * dice.unit())),
        a.key(),
        Measurement.loudness(a.loudness() - 2.5 - 2.5 * dice.unit()),
        a.mode(),
        Measurement.share(a.speechiness() * 0.9),
        Measurement.share(0.72 + 0.27 * dice.unit()),
        Measurement.share(a.instrumentalness() * dice.unit()),
        near(a.liveness(), dice),
        Measurement.share(a.valence() * (0.85 + 0.1 * dice.gaussian())),
        Measurement.tempo(a.tempo() * (0.97 + 0.03 * dice.gaussian())),
        a.timeSignature());
  }

  private static AudioFeatures remixed(AudioFeatures a, Dice dice) {
    return new AudioFeatures(
        Measurement.share(a.danceability() + (0.85 - a.danceability()) * (0.4 + 0.4 * dice.unit())),
        Measurement.share(a.energy() + (0.9 - a.energy()) * (0.4 + 0.4 * dice.unit())),
        a.key(),
        Measurement.loudness(Math.max(a.loudness(), -6.5 + 1.5 * dice.gaussian())),
        a.mode(),
        Measurement.share(a.speechiness() * (1 + 0.2 * dice.unit())),
        Measurement.share(a.acousticness() * 0.25 * dice.unit()),
        Measurement.share(Math.max(a.instrumentalness(), 0.6 * dice.unit() * dice.unit())),
        near(a.liveness(), dice),
        Measurement.share(a.valence() * (1 + 0.12 * dice.gaussian())),
        Measurement.tempo(124 + 3 * dice.gaussian()),
        4);
  }

  /** Within about one percent, as a second measurement of the same recording would be. */
  private static double near(double value, Dice dice) {
    return Measurement.share(value * (1 + 0.01 * dice.gaussian()));
  }
}
