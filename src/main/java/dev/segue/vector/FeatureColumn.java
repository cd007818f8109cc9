package dev.segue.vector;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import java.util.function.ToDoubleFunction;

/**
 * One column of a feature space: a number of every track, raw or derived.
 *
 * @param name as people read it and as the index remembers it
 * @param value NaN where a track has no such number
 */
public record FeatureColumn(String name, ToDoubleFunction<Track> value) {

  /** A number just as the catalogue gives it. */
  static FeatureColumn raw(NumericField field) {
    return new FeatureColumn(field.label(), field::of);
  }
}
