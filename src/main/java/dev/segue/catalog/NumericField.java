package dev.segue.catalog;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The numbers of a track: their names in files, URLs and JSON, and the range each may have.
 *
 * <p>The ranges are those that Spotify documents, widened where real catalogues go further:
 * loudness above 0 dB, and 0 for a tempo or time signature that was not detected.
 */
public enum NumericField {
  POPULARITY("popularity", 0, 100, true, t -> orNaN(t.popularity())),
  YEAR("year", 1000, 2999, true, t -> orNaN(t.year())),
  DURATION_MS("duration_ms", 1, 86_400_000, true, Track::durationMillis),
  DANCEABILITY("danceability", 0, 1, false, t -> t.audio().danceability()),
  ENERGY("energy", 0, 1, false, t -> t.audio().energy()),
  KEY("key", -1, 11, true, t -> t.audio().key()),
  LOUDNESS("loudness", -60, 20, false, t -> t.audio().loudness()),
  MODE("mode", 0, 1, true, t -> t.audio().mode()),
  SPEECHINESS("speechiness", 0, 1, false, t -> t.audio().speechiness()),
  ACOUSTICNESS("acousticness", 0, 1, false, t -> t.audio().acousticness()),
  INSTRUMENTALNESS("instrumentalness", 0, 1, false, t -> t.audio().instrumentalness()),
  LIVENESS("liveness", 0, 1, false, t -> t.audio().liveness()),
  VALENCE("valence", 0, 1, false, t -> t.audio().valence()),
  TEMPO("tempo", 0, 500, false, t -> t.audio().tempo()),
  TIME_SIGNATURE("time_signature", 0, 7, true, t -> t.audio().timeSignature());

  /** The twelve audio features, in the order of {@link AudioFeatures}. */
  public static final List<NumericField> AUDIO =
      List.copyOf(EnumSet.range(DANCEABILITY, TIME_SIGNATURE));

  private final String label;
  private final double min;
  private final double max;
  private final boolean integral;

  @SuppressWarnings("ImmutableEnumChecker") // the constants' lambdas capture nothing
  private final ToDoubleFunction<Track> value;

  NumericField(
      String label, double min, double max, boolean integral, ToDoubleFunction<Track> value) {
    this.label = label;
    this.min = min;
    this.max = max;
    this.integral = integral;
    this.value = value;
  }

  /** The field of that name, as {@link #label()} spells it. */
  public static Optional<NumericField> named(String label) {
    return Arrays.stream(values()).filter(field -> field.label.equals(label)).findFirst();
  }

  /** Its name in files, URLs and JSON, such as {@code duration_ms}. */
  public String label() {
    return label;
  }

  /** The smallest value allowed. */
  public double min() {
    return min;
  }

  /** The largest value allowed. */
  public double max() {
    return max;
  }

  /** The values allowed, as people read them: {@code 0 to 100}. */
  public String range() {
    return plain(min) + " to " + plain(max);
  }

  /** Whether only whole numbers are values. */
  public boolean integral() {
    return integral;
  }

  /** Whether its values are names of things, among which there is no nearer and no mean. */
  public boolean nominal() {
    return switch (this) {
      case KEY, MODE, TIME_SIGNATURE -> true;
      default -> false;
    };
  }

  /** Whether a number is one: neither unknown to the catalogue nor that of a tempo not detected. */
  public boolean isKnown(double number) {
    return !Double.isNaN(number) && (this != TEMPO || number > 0);
  }

  /** This number of a track, or NaN where the catalogue does not say it. */
  public double of(Track track) {
    return value.applyAsDouble(track);
  }

  /**
   * Gives the value back when it may stand in this field.
   *
   * @throws IllegalArgumentException naming the field, the value and the limit
   */
  public double check(double number) {
    if (!(number >= min && number <= max)) {
      throw new IllegalArgumentException(
          "%s is %s, allowed is %s".formatted(label, plain(number), range()));
    }
    if (integral && number != Math.rint(number)) {
      throw new IllegalArgumentException(
          "%s is %s, allowed are whole numbers only".formatted(label, plain(number)));
    }
    return number;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static double orNaN(Integer number) {
    return number == null ? Double.NaN : number;
  }
}
