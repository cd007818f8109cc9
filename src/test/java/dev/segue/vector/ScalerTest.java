package dev.segue.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Normal scores, against what tables of the normal distribution and plain ranking say. */
class ScalerTest {
  @Test
  void theMedianIsZeroAndQuartilesStandWhereTheNormalDistributionHasThem() {
    Scaler scaler = fitted(IntStream.rangeClosed(0, 100).mapToDouble(i -> i * i).toArray());
    assertThat(scaler.apply(50 * 50)).isCloseTo(0, within(1e-12));
    // Rank 25.5 of 101: Φ⁻¹(.252475).
    assertThat(scaler.apply(25 * 25)).isCloseTo(-.666721, within(1e-6));
    assertThat(scaler.apply(75 * 75)).isCloseTo(.666721, within(1e-6));
    // Between two of them, in between; beyond all, no farther than the last: Φ⁻¹(.5 / 101).
    assertThat(scaler.apply((25 * 25 + 26 * 26) / 2.0)).isCloseTo(-.651302, within(1e-3));
    assertThat(scaler.apply(-1e9)).isEqualTo(scaler.apply(0)).isCloseTo(-2.579, within(1e-3));
    assertThat(scaler.apply(1e9)).isEqualTo(scaler.apply(10_000)).isCloseTo(2.579, within(1e-3));
  }

  @Test
  void equalNumbersShareTheMiddleOfTheirRanks() {
    // Half of them zeros: each stands a quarter of the way up.
    Scaler scaler =
        fitted(IntStream.range(0, 400).mapToDouble(i -> Math.max(0, i - 199)).toArray());
    assertThat(scaler.apply(0)).isCloseTo(-.67449, within(5e-3));
    assertThat(scaler.apply(1)).isCloseTo(0, within(1e-2));
  }

  @Test
  void whatIsUnknownIsTypical() {
    assertThat(fitted(1, 2, 30).apply(Double.NaN)).isZero();
    assertThat(fitted(Double.NaN).apply(5)).isZero();
    assertThat(fitted(7).apply(7)).isZero();
    assertThat(fitted(7).apply(8)).isZero();
  }

  @Test
  void scoresOfManyAreNormalHoweverSkewedTheNumbersAre() {
    long seed = new Random().nextLong();
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    double[] values = new Random(seed).doubles(300_000).map(u -> Math.pow(u, 9)).toArray();
    Scaler scaler = fitted(values);
    assertThat(((Scaler.NormalScores) scaler).quantiles()).hasSize(1_001);
    double[] scores =
        IntStream.range(0, 20_000).mapToDouble(i -> scaler.apply(values[i])).toArray();
    double mean = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).average().orElse(9);
    double variance =
        IntStream.range(0, scores.length)
            .mapToDouble(i -> (scores[i] - mean) * (scores[i] - mean))
            .average()
            .orElse(9);
    assertThat(mean).isCloseTo(0, within(.04));
    assertThat(variance).isCloseTo(1, within(.05));
    assertThat(fitted(values)).as("the same sample every time").isEqualTo(scaler);
  }

  @Test
  void whatNobodyCanHaveLearnedIsRefused() {
    assertThatThrownBy(() -> new Scaler.Standard(0, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new Scaler.Standard(Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Scaler.NormalScores(List.of(1.0, .5)))
        .hasMessage("quantile 1 is 0.5, must be finite and rise");
  }

  private static Scaler fitted(double... values) {
    Scaling.Fitter fitter = Scaling.NORMAL_SCORES.fitter();
    for (double value : values) {
      fitter.add(value);
    }
    return fitter.fit();
  }
}
