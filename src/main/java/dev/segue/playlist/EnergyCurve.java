package dev.segue.playlist;

import dev.segue.query.RequestException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How energy goes from the first track to the last.
 *
 * @param shape what it looks like
 * @param points the energies of {@link Shape#POINTS}, [0, 1], evenly from the first track to the
 *     last, with straight lines between; none for other shapes
 */
public record EnergyCurve(Shape shape, List<Double> points) {
  /** The most points. */
  public static final int MOST_POINTS = 100;

  /** As energetic throughout. */
  public static final EnergyCurve STEADY = new EnergyCurve(Shape.STEADY, List.of());

  /** Those that go without points. */
  public static final List<EnergyCurve> NAMED =
      Arrays.stream(Shape.values())
          .filter(shape -> shape != Shape.POINTS)
          .map(shape -> new EnergyCurve(shape, List.of()))
          .toList();

  /** The quantiles of what there is anyway, and how far from the middle a curve goes at least. */
  private static final double LOW = 0.1;

  private static final double HIGH = 0.9;
  private static final double AMPLITUDE = 0.25;
  private static final int CRESTS = 2;

  /** What a curve looks like. */
  public enum Shape {
    /** The same all the time. */
    STEADY,
    /** From calm to energetic. */
    RISING,
    /** From energetic to calm. */
    FALLING,
    /** Up and down twice, from calm to calm. */
    WAVE,
    /** As it is given. */
    POINTS
  }

  /**
   * Copies and checks.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public EnergyCurve {
    points = List.copyOf(points);
    if (shape == Shape.POINTS) {
      if (points.size() < 2 || points.size() > MOST_POINTS) {
        throw RequestException.invalid(
            "energy_curve",
            "energy_curve has %d points, allowed are 2 to %d."
                .formatted(points.size(), MOST_POINTS));
      }
    } else if (!points.isEmpty()) {
      throw new IllegalArgumentException("%s has no points: %s".formatted(shape, points));
    }
    for (double point : points) {
      if (!(point >= 0 && point <= 1)) {
        throw RequestException.invalid(
            "energy_curve", "energy_curve has %s, allowed is 0 to 1.".formatted(point));
      }
    }
  }

  /** A curve through points. */
  public static EnergyCurve through(List<Double> points) {
    return new EnergyCurve(Shape.POINTS, points);
  }

  /**
   * From where to where energy goes.
   *
   * @param low [0, 1]
   * @param high at least that, [0, 1]
   */
  record Range(double low, double high) {
    /** As much of it as there are tracks for. */
    Range within(double... energies) {
      double least = Arrays.stream(energies).min().orElseThrow();
      double most = Arrays.stream(energies).max().orElseThrow();
      return new Range(Math.clamp(low, least, most), Math.clamp(high, least, most));
    }
  }

  /**
   * From where to where this curve goes: through its points, or from calm to energetic as the most
   * relevant tracks are, a quarter to both sides of their middle at least.
   *
   * @param energies those of the most relevant tracks; at least one
   */
  Range range(double... energies) {
    double[] sorted = energies.clone();
    Arrays.sort(sorted);
    double middle = quantile(sorted, 0.5);
    return switch (shape) {
      case STEADY -> new Range(middle, middle);
      case POINTS -> new Range(Collections.min(points), Collections.max(points));
      default ->
          new Range(
              Math.max(0, Math.min(quantile(sorted, LOW), middle - AMPLITUDE)),
              Math.min(1, Math.max(quantile(sorted, HIGH), middle + AMPLITUDE)));
    };
  }

  /**
   * The energy that is wanted at every place.
   *
   * @param places how many
   */
  double[] over(int places, Range range) {
    double low = range.low();
    double high = range.high();
    double[] wanted = new double[places];
    for (int i = 0; i < places; i++) {
      double way = places == 1 ? 0 : (double) i / (places - 1);
      wanted[i] =
          switch (shape) {
            case STEADY -> low;
            case RISING -> low + way * (high - low);
            case FALLING -> high - way * (high - low);
            case WAVE -> low + (high - low) * (1 - Math.cos(2 * Math.PI * CRESTS * way)) / 2;
            case POINTS -> between(way * (points.size() - 1));
          };
    }
    return wanted;
  }

  private double between(double place) {
    int before = Math.min((int) place, points.size() - 2);
    double way = place - before;
    return (1 - way) * points.get(before) + way * points.get(before + 1);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
