package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What music is for: numbers that suit it. Those written here are ours, set by ear, for whoever has
 * not shown what suits them.
 */
public record Occasion(Optional<TimeOfDay> timeOfDay, Optional<Mood> mood) {
  /** No occasion. */
  public static final Occasion NONE = new Occasion(Optional.empty(), Optional.empty());

  /** When music is played. */
  public enum TimeOfDay {
    MORNING(Map.of(NumericField.ENERGY, .6, NumericField.VALENCE, .65)),
    AFTERNOON(Map.of(NumericField.ENERGY, .7, NumericField.DANCEABILITY, .65)),
    EVENING(Map.of(NumericField.ENERGY, .5, NumericField.DANCEABILITY, .6)),
    NIGHT(Map.of(NumericField.ENERGY, .3, NumericField.ACOUSTICNESS, .6));

    @SuppressWarnings("ImmutableEnumChecker") // it is Map.of
    private final Map<NumericField, Double> suited;

    TimeOfDay(Map<NumericField, Double> suited) {
      this.suited = suited;
    }
  }

  /** How music shall make one feel. */
  public enum Mood {
    CALM(Map.of(NumericField.ENERGY, .2, NumericField.ACOUSTICNESS, .8)),
    ENERGETIC(Map.of(NumericField.ENERGY, .9, NumericField.TEMPO, 130.0)),
    FOCUS(Map.of(NumericField.INSTRUMENTALNESS, .8, NumericField.ENERGY, .4)),
    HAPPY(Map.of(NumericField.VALENCE, .85, NumericField.ENERGY, .7)),
    PARTY(Map.of(NumericField.DANCEABILITY, .8, NumericField.ENERGY, .8)),
    SAD(Map.of(NumericField.VALENCE, .15, NumericField.ENERGY, .3));

    @SuppressWarnings("ImmutableEnumChecker") // it is Map.of
    private final Map<NumericField, Double> suited;

    Mood(Map<NumericField, Double> suited) {
      this.suited = suited;
    }
  }

  /** As it stands in the context of events: {@code time_of_day} and {@code mood}, where said. */
  public Map<String, String> context() {
    Map<String, String> context = new TreeMap<>();
    timeOfDay.ifPresent(time -> context.put("time_of_day", time.name().toLowerCase(Locale.ROOT)));
    mood.ifPresent(each -> context.put("mood", each.name().toLowerCase(Locale.ROOT)));
    return context;
  }

  /** Numbers that suit it; where both say one, the mood's. */
  public Map<NumericField, Double> targets() {
    Map<NumericField, Double> targets = new EnumMap<>(NumericField.class);
    timeOfDay.ifPresent(time -> targets.putAll(time.suited));
    mood.ifPresent(each -> targets.putAll(each.suited));
    return Collections.unmodifiableMap(targets);
  }
}
