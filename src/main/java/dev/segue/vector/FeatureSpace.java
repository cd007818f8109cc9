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
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way to hear likeness: which columns of a track count, and how far apart two tracks are. Columns
 * are standardised over the tracks of an index; {@link Fitting} learns how.
 *
 * @param name in URLs and commands
 * @param metric how distances are taken
 * @param columns d of them, in vector order
 */
public record FeatureSpace(String name, Metric metric, List<FeatureColumn> columns)
    implements VectorSpace {

  /** The twelve audio features by straight distance: the notebooks' "standard scaler + k-NN". */
  public static final FeatureSpace AUDIO_12 =
      new FeatureSpace(
          "audio-12",
          Metric.EUCLIDEAN,
          NumericField.AUDIO.stream().map(FeatureColumn::of).toList());

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
                      .map(FeatureColumn::of),
                  Stream.of(
                      FeatureColumn.of(
                          "energy_valence",
                          Set.of(ENERGY, VALENCE),
                          values -> values.of(ENERGY) * values.of(VALENCE)),
                      FeatureColumn.of(
                          "tempo_loudness_ratio",
                          Set.of(TEMPO, LOUDNESS),
                          values -> values.of(TEMPO) / (Math.abs(values.of(LOUDNESS)) + 1e-6))))
              .toList());

  /**
   * Segue's own: sound, length and popularity, skewed columns by rank, and tempo but for its
   * octave. Liveness is squared, since it says little until it says that there is an audience; no
   * feature weighs less than half of popularity. The weights were found by search on one half of
   * the artists of a catalogue, and measured on the other (docs/benchmarks.md).
   */
  public static final FeatureSpace SOUND =
      new FeatureSpace(
          "sound",
          Metric.EUCLIDEAN,
          Stream.concat(
                  Stream.of(
                      popularity().ranked().weighing(1.4),
                      FeatureColumn.of(LOUDNESS).ranked().weighing(1.05),
                      FeatureColumn.of(ACOUSTICNESS).ranked().weighing(1),
                      FeatureColumn.of(ENERGY).ranked().weighing(0.9),
                      FeatureColumn.of("log_duration_ms", DURATION_MS, Math::log).weighing(0.9),
                      FeatureColumn.of(DANCEABILITY).ranked().weighing(0.85),
                      FeatureColumn.of(INSTRUMENTALNESS).ranked().weighing(0.85),
                      FeatureColumn.of(SPEECHINESS).ranked().weighing(0.7),
                      FeatureColumn.of(VALENCE).ranked().weighing(0.7),
                      FeatureColumn.of("squared_liveness", LIVENESS, x -> x * x).weighing(0.7)),
                  TempoCircle.columns(0.7).stream())
              .toList());

  /** Those that others have published results in. */
  public static final List<FeatureSpace> PUBLISHED = List.of(AUDIO_12, PROFILE_16);

  /** Every space that an index is built with, the default first. */
  public static final List<FeatureSpace> BUILT_IN = List.of(SOUND, AUDIO_12, PROFILE_16);

  /** Copies. */
  public FeatureSpace {
    columns = List.copyOf(columns);
  }

  /**
   * Popularity, with 0 taken for unknown. Such are re-releases whose plays are counted for another
   * release: were they unpopular, they would all be answered with the few tracks that are.
   */
  private static FeatureColumn popularity() {
    return FeatureColumn.of(
        POPULARITY.label(), POPULARITY, popularity -> popularity == 0 ? Double.NaN : popularity);
  }

  @Override
  public int dimension() {
    return columns.size();
  }

  /** Whether a number of a track counts here. */
  public boolean knows(NumericField field) {
    return columns.stream().anyMatch(column -> column.fields().contains(field));
  }

  /** The names of its columns, in vector order. */
  public List<String> columnNames() {
    return columns.stream().map(FeatureColumn::name).toList();
  }
}
