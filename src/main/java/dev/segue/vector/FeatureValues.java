package dev.segue.vector;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;

/** The numbers of a track, or of one that somebody imagines. */
@FunctionalInterface
public interface FeatureValues {
  /** One of them, or NaN where it is not known. */
  double of(NumericField field);

  /** Those of a track. */
  static FeatureValues of(Track track) {
    return field -> field.of(track);
  }
}
