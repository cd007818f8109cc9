package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds for the tracks of an answer, whatever they shall be like.
 *
 * @param targets numbers that they shall come near
 * @param filter which tracks may be answered
 * @param space in which likeness is measured
 * @param versions which tracks of one recording may be answered
 * @param variety how much they shall differ
 * @param exploration how much is left to chance
 */
public record Conditions(
    Map<NumericField, Double> targets,
    TrackFilter filter,
    FeatureSpace space,
    Versions versions,
    Variety variety,
    Exploration exploration) {
  /** Copies. */
  public Conditions {
    targets = Collections.unmodifiableMap(new TreeMap<>(targets));
  }

  /** Without targets, and nothing left to chance. */
  public static Conditions of(
      TrackFilter filter, FeatureSpace space, Versions versions, Variety variety) {
    return new Conditions(Map.of(), filter, space, versions, variety, Exploration.NONE);
  }

  /** The same, but with another filter. */
  public Conditions passing(TrackFilter other) {
    return new Conditions(targets, other, space, versions, variety, exploration);
  }

  /** The same, but only of tracks that pass a further filter. */
  public Conditions within(TrackFilter further) {
    return passing(new TrackFilter.AllOf(List.of(filter, further)));
  }

  /**
   * The same, but also aimed at what suits an occasion: where a number has a target already, that
   * stays.
   *
   * @param known of which numbers there can be targets; the others are left out
   */
  public Conditions suiting(Map<NumericField, Double> others, Predicate<NumericField> known) {
    Map<NumericField, Double> joined = new TreeMap<>(others);
    joined.keySet().removeIf(known.negate());
    joined.putAll(targets);
    return new Conditions(joined, filter, space, versions, variety, exploration);
  }

  /** The same, but with so much left to chance. */
  public Conditions leaving(Exploration other) {
    return new Conditions(targets, filter, space, versions, variety, other);
  }

  /** The same text in each run of the program, for cursors. */
  @Override
  public String toString() {
    return Stream.of(targets, filter, space.name(), versions, variety, exploration)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
