package dev.segue.catalog.synthetic;

/**
 * What varies from song to song, and which shape its distribution has.
 *
 * <p>A genre gives each trait a centre and a spread ({@link Marginal}); a {@link Sound} says by how
 * many standard deviations a song departs from it. The shapes imitate those of published catalogues
 * of audio features.
 */
enum Trait {
  /** [0, 1], around a mean. */
  DANCEABILITY(Shape.BOUNDED),
  /** [0, 1], around a mean. */
  ENERGY(Shape.BOUNDED),
  /** dB, around a mean. */
  LOUDNESS(Shape.NORMAL),
  /** [0, 1], a long tail above a median. */
  SPEECHINESS(Shape.SKEWED),
  /** [0, 1], heaped at both ends; the spread is in logits. */
  ACOUSTICNESS(Shape.LOGISTIC),
  /** [0, 1], mostly next to nothing; the centre is the share of tracks without a voice. */
  INSTRUMENTALNESS(Shape.ALL_OR_NOTHING),
  /** [0, 1], a long tail above a median. */
  LIVENESS(Shape.SKEWED),
  /** [0, 1], around a mean. */
  VALENCE(Shape.BOUNDED),
  /** Beats per minute, around a mean. */
  TEMPO(Shape.NORMAL),
  /** Seconds, log-normal; the spread is in natural logarithms. */
  DURATION(Shape.LOG_NORMAL);

  private static final double SKEWED_FLOOR = 0.022;

  /** Below this quantile of the sung tracks, no instrument was taken for a solo at all. */
  private static final double SILENT_SHARE = 0.4;

  private final Shape shape;

  Trait(Shape shape) {
    this.shape = shape;
  }

  /** Its column, from 0: traits stand in arrays and tables in the order of their declaration. */
  @SuppressWarnings("EnumOrdinal") // the order is the format of genres.txt
  int place() {
    return ordinal();
  }

  /** The value that lies {@code deviations} standard deviations from the centre. */
  double at(Marginal marginal, double deviations) {
    double centre = marginal.centre();
    double spread = marginal.spread();
    return switch (shape) {
      case NORMAL -> centre + spread * deviations;
      case LOG_NORMAL -> centre * StrictMath.exp(spread * deviations);
      case LOGISTIC -> logistic(logit(centre) + spread * deviations);
      case BOUNDED -> logistic(logit(centre) + spread / (centre * (1 - centre)) * deviations);
      case SKEWED -> SKEWED_FLOOR + (centre - SKEWED_FLOOR) * StrictMath.exp(spread * deviations);
      case ALL_OR_NOTHING -> allOrNothing(centre, deviations);
    };
  }

  private static double allOrNothing(double share, double deviations) {
    double quantile = logistic(1.702 * deviations);
    double sung = quantile / (1 - share);
    if (sung > 1) {
      return 0.5 + 0.45 * Math.sqrt((quantile - 1 + share) / share);
    }
    return sung < SILENT_SHARE
        ? 0
        : StrictMath.pow(10, -6 + 4.7 * (sung - SILENT_SHARE) / (1 - SILENT_SHARE));
  }

  private static double logit(double share) {
    return StrictMath.log(share / (1 - share));
  }

  private static double logistic(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private enum Shape {
    NORMAL,
    LOG_NORMAL,
    LOGISTIC,
    /** As {@link #LOGISTIC}, but the spread is in the trait's own unit near the centre. */
    BOUNDED,
    /** Log-normal above a floor. */
    SKEWED,
    ALL_OR_NOTHING
  }
}
