package dev.segue.vector;

import static dev.segue.catalog.NumericField.ACOUSTICNESS;
import static dev.segue.catalog.NumericField.DANCEABILITY;
import static dev.segue.catalog.NumericField.DURATION_MS;
import static dev.segue.catalog.NumericField.ENERGY;
import static dev.segue.catalog.NumericField.INSTRUMENTALNESS;
import static dev.segue.catalog.NumericField.KEY;
import static dev.segue.catalog.NumericField.LIVENESS;
import static dev.segue.catalog.NumericField.LOUDNESS;
import static dev.segue.catalog.NumericField.MODE;
import static dev.segue.catalog.NumericField.POPULARITY;
import static dev.segue.catalog.NumericField.SPEECHINESS;
import static dev.segue.catalog.NumericField.TEMPO;
import static dev.segue.catalog.NumericField.TIME_SIGNATURE;
import static dev.segue.catalog.NumericField.VALENCE;

import dev.segue.catalog.NumericField;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to hear likeness: which columns of a track count, and how far apart two tracks are. Columns
 * are standardised over the tracks of an index; {@link Fitting} learns how.
 *
 * @param name in URLs and commands
 * @param metric how distances are taken
 * @param columns d of them, in vector order
 */
public record FeatureSpace(String name, Metric metric, List<FeatureColumn> columns) {

  /** The twelve audio features by straight distance: the notebooks' "standard scaler + k-NN". */
  public static final FeatureSpace AUDIO_12 =
      new FeatureSpace(
          "audio-12",
          Metric.EUCLIDEAN,
          NumericField.AUDIO.stream().map(FeatureColumn::raw).toList());

  /** Sound, length and popularity with two interactions, by cosine. */
  public static final FeatureSpace PROFILE_16 =
      new FeatureSpace(
          "profile-16",
          Metric.COSINE,
          Stream.concat(
                  Stream.of(
                          DANCEABILITY,
                          ENERGY,
                          LOUDNESS,
                          SPEECHINESS,
                          ACOUSTICNESS,
                          INSTRUMENTALNESS,
                          LIVENESS,
                          VALENCE,
                          TEMPO,
                          DURATION_MS,
                          POPULARITY,
                          MODE,
                          KEY,
                          TIME_SIGNATURE)
                      .map(FeatureColumn::raw),
                  Stream.of(
                      new FeatureColumn(
                          "energy_valence", t -> t.audio().energy() * t.audio().valence()),
                      new FeatureColumn(
                          "tempo_loudness_ratio",
                          t -> t.audio().tempo() / (Math.abs(t.audio().loudness()) + 1e-6))))
              .toList());

  /** Those that others have published results in. */
  public static final List<FeatureSpace> PUBLISHED = List.of(AUDIO_12, PROFILE_16);

  /** Every space that an index is built with, the default first. */
  public static final List<FeatureSpace> BUILT_IN = List.of(AUDIO_12, PROFILE_16);

  /** Copies. */
  public FeatureSpace {
    columns = List.copyOf(columns);
  }

  /** How many columns, and so how long its vectors are. */
  public int dimension() {
    return columns.size();
  }

  /** The names of its columns, in vector order. */
  public List<String> columnNames() {
    return columns.stream().map(FeatureColumn::name).toList();
  }
}
