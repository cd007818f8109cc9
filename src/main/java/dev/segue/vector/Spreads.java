package dev.segue.vector;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the numbers of the tracks of an index are spread, so that differences of tempo and of
 * loudness can be compared: by the share of the tracks that lie between.
 *
 * @param fields the quantiles of every field
 */
public record Spreads(Map<NumericField, Scaler.NormalScores> fields) {
  /** Copies. */
  public Spreads {
    fields = Map.copyOf(fields);
  }

  /** Whether a track of the index has such a number. */
  public boolean knows(NumericField field) {
    return fields.containsKey(field) && !fields.get(field).quantiles().isEmpty();
  }

  /** The share of the tracks whose number lies between two, [0, 1]; 1 where one is not known. */
  public double between(NumericField field, double a, double b) {
    if (!knows(field) || Double.isNaN(a) || Double.isNaN(b)) {
      return 1;
    }
    Scaler.NormalScores scores = fields.get(field);
    return Math.abs(scores.share(a) - scores.share(b));
  }

  /**
   * The share of the tracks whose number is as near to one as another is, or nearer, [0, 1]: how
   * little it says that two are so near. 1 where one is not known.
   */
  public double within(NumericField field, double number, double other) {
    if (!knows(field) || Double.isNaN(number) || Double.isNaN(other)) {
      return 1;
    }
    double difference = Math.abs(number - other);
    return fields.get(field).share(number - difference, number + difference);
  }

  /** Learns from a stream of tracks. For one thread. */
  public static final class Fitter {
    private final Map<NumericField, Scaling.Fitter> fitters = new EnumMap<>(NumericField.class);

    public Fitter() {
      for (NumericField field : NumericField.values()) {
        fitters.put(field, Scaling.NORMAL_SCORES.fitter());
      }
    }

    /** One more track. */
    public void add(Track track) {
      fitters.forEach((field, fitter) -> fitter.add(field.of(track)));
    }

    /** What was learned. */
    public Spreads fit() {
      Map<NumericField, Scaler.NormalScores> fields = new EnumMap<>(NumericField.class);
      fitters.forEach((field, fitter) -> fields.put(field, (Scaler.NormalScores) fitter.fit()));
      return new Spreads(fields);
    }
  }
}
