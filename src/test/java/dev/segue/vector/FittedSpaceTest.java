package dev.segue.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fitting and mapping, against the textbook's two passes. */
class FittedSpaceTest {
  private static final FeatureSpace TEMPO_AND_MODE =
      new FeatureSpace(
          "test",
          Metric.EUCLIDEAN,
          List.of(FeatureColumn.of(NumericField.TEMPO), FeatureColumn.of(NumericField.MODE)));

  @Test
  void standardisesByMeanAndPopulationDeviation() {
    Random random = new Random(5);
    List<Double> tempos = new ArrayList<>();
    Fitting fitting = new Fitting(TEMPO_AND_MODE);
    for (int i = 0; i < 1_000; i++) {
      tempos.add(100 + random.nextGaussian());
      fitting.add(track(tempos.get(i), 1, 50));
    }
    FittedSpace fitted = fitting.fit().orElseThrow();

    double mean = tempos.stream().mapToDouble(t -> t).sum() / tempos.size();
    double variance =
        tempos.stream().mapToDouble(t -> (t - mean) * (t - mean)).sum() / tempos.size();
    Scaler.Standard tempo = (Scaler.Standard) fitted.scalers().getFirst();
    assertThat(tempo.mean()).isCloseTo(mean, within(1e-10));
    assertThat(tempo.deviation()).isCloseTo(Math.sqrt(variance), within(1e-10));
    // A column that never varies says nothing, and must not divide by zero.
    assertThat(fitted.scalers().get(1)).isEqualTo(new Scaler.Standard(1, 1));
    assertThat(fitted.vector(track(101, 1, 50)).orElseThrow())
        .containsExactly((float) ((101 - mean) / Math.sqrt(variance)), 0);
  }

  @Test
  void cosineVectorsHaveUnitLengthAndAverageTracksNone() {
    FeatureSpace cosine = new FeatureSpace("test", Metric.COSINE, TEMPO_AND_MODE.columns());
    Fitting fitting = new Fitting(cosine);
    fitting.add(track(100, 0, 50));
    fitting.add(track(200, 1, 50));
    FittedSpace fitted = fitting.fit().orElseThrow();
    float[] vector = fitted.vector(track(120, 1, 50)).orElseThrow();
    assertThat(Math.hypot(vector[0], vector[1])).isCloseTo(1, within(1e-6));

    Fitting flat = new Fitting(cosine);
    flat.add(track(100, 1, 50));
    assertThat(flat.fit().orElseThrow().vector(track(100, 1, 50))).isEmpty();
  }

  @Test
  void aTrackWithoutAColumnHasNoPlaceAndTeachesNothing() {
    Fitting fitting = new Fitting(FeatureSpace.PROFILE_16);
    fitting.add(track(100, 1, null));
    assertThat(fitting.fit()).isEmpty();
    fitting.add(track(100, 1, 50));
    assertThat(fitting.fit().orElseThrow().vector(track(100, 1, null))).isEmpty();
  }

  @Test
  void aScalerOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> new FittedSpace(FeatureSpace.AUDIO_12, List.of(new Scaler.Unscaled())))
        .hasMessage("audio-12 has 12 columns, but 1 scalers");
  }

  @Test
  void metricsMeasureWhatTheySay() {
    float[] a = {1, 0};
    float[] b = {0, 1};
    assertThat(Metric.EUCLIDEAN.distance(a, b)).isEqualTo(Math.sqrt(2));
    assertThat(Metric.MANHATTAN.distance(a, b)).isEqualTo(2);
    assertThat(Metric.COSINE.distance(a, b)).isEqualTo(1);
    assertThat(Metric.EUCLIDEAN.matchScore(1)).isEqualTo(.5);
    assertThat(Metric.MANHATTAN.matchScore(0)).isEqualTo(1);
    assertThat(Metric.COSINE.matchScore(.25)).isEqualTo(.75);
  }

  private static Track track(double tempo, int mode, Integer popularity) {
    return new Track(
        "id",
        "name",
        List.of("artist"),
        null,
        List.of(),
        popularity,
        200_000,
        null,
        null,
        null,
        new AudioFeatures(.5, .5, 1, -8, mode, .1, .1, 0, .1, .5, tempo, 4));
  }
}
