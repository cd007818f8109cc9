package dev.segue.vector;

import dev.segue.catalog.NumericField;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Tempo but for its octave, as a place on a circle of {@code log₂(bpm)} turns: 70 and 140 beats a
 * minute, between which tempo detectors waver (Gouyon et al. 2006, "An experimental comparison of
 * audio tempo induction algorithms", section IV), are one place, and distances are chords. A tempo
 * that was not detected stands in the middle, equally far from all.
 */
final class TempoCircle {
  private TempoCircle() {}

  /** Its two columns. */
  static List<FeatureColumn> columns(double weight) {
    return List.of(
        column("tempo_octave_cos", Math::cos, weight),
        column("tempo_octave_sin", Math::sin, weight));
  }

  private static FeatureColumn column(String name, DoubleUnaryOperator coordinate, double weight) {
    return new FeatureColumn(
        name,
        Set.of(NumericField.TEMPO),
        values -> {
          double tempo = values.of(NumericField.TEMPO);
          double turns = Math.log(tempo) / Math.log(2);
          return tempo > 0 ? coordinate.applyAsDouble(2 * Math.PI * turns) : 0;
        },
        Scaling.NONE,
        weight);
  }
}
