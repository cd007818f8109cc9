package dev.segue.listener;

import dev.segue.catalog.NumericField;
import dev.segue.index.TrackIndex;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody plays in some context, as it differs from what they play elsewhere: of each number
 * whose means differ by more than {@value #SURE} standard errors (Welch 1947, "The generalization
 * of Student's problem when several different population variances are involved"), the mean in that
 * context. A play that says nothing of it counts as one elsewhere.
 */
final class Habits {
  /** So many plays of either kind tell something. */
  private static final int ENOUGH = 20;

  private static final double SURE = 3;

  private static final List<NumericField> HEARD =
      List.of(
          NumericField.ENERGY,
          NumericField.VALENCE,
          NumericField.DANCEABILITY,
          NumericField.ACOUSTICNESS,
          NumericField.INSTRUMENTALNESS,
          NumericField.TEMPO);

  private Habits() {}

  /**
   * Learns from plays.
   *
   * @param context keys and values that an event of the context has, at least one
   * @return empty where nothing differs, or where there are too few plays in that context or
   *     elsewhere to tell
   */
  static Map<NumericField, Double> of(
      List<Event> events, Map<String, String> context, TrackIndex index) throws IOException {
    List<Integer> within = new ArrayList<>();
    List<Integer> elsewhere = new ArrayList<>();
    for (Event event : events) {
      List<Integer> ordinals = index.ordinals(event.trackId());
      if (event.countsAs() == EventType.PLAY && !ordinals.isEmpty()) {
        boolean is = event.context().entrySet().containsAll(context.entrySet());
        (is ? within : elsewhere).add(ordinals.getFirst());
      }
    }
    if (within.size() < ENOUGH || elsewhere.size() < ENOUGH) {
      return Map.of();
    }
    Map<NumericField, Double> learned = new EnumMap<>(NumericField.class);
    for (NumericField field : HEARD) {
      Sample here = Sample.of(field, within, index);
      Sample there = Sample.of(field, elsewhere, index);
      double error = Math.sqrt(here.squaredError() + there.squaredError());
      if (Math.abs(here.mean - there.mean) > SURE * error) {
        learned.put(field, here.mean);
      }
    }
    return learned;
  }

  private record Sample(double mean, double variance, int size) {
    static Sample of(NumericField field, List<Integer> ordinals, TrackIndex index)
        throws IOException {
      double[] known =
          Arrays.stream(index.numbers(field, ordinals.stream().mapToInt(each -> each).toArray()))
              .filter(field::isKnown)
              .toArray();
      double mean = Arrays.stream(known).average().orElse(Double.NaN);
      double squares = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum();
      return new Sample(mean, squares / (known.length - 1), known.length);
    }

    double squaredError() {
      return variance / size;
    }
  }
}
