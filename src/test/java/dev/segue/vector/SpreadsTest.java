package dev.segue.vector;

import static dev.segue.catalog.NumericField.TEMPO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Shares of a catalogue with the tempos 100 to 199 and, once more as often, 150. */
class SpreadsTest {
  private final Spreads spreads = new Spreads(Map.of(TEMPO, new Scaler.NormalScores(tempos())));

  @Test
  void differencesAreSharesOfTheTracksBetween() {
    assertThat(spreads.between(TEMPO, 100, 140)).isCloseTo(.2, within(1e-9));
    assertThat(spreads.between(TEMPO, 140, 100)).isEqualTo(spreads.between(TEMPO, 100, 140));
    assertThat(spreads.between(TEMPO, 145, 155)).as("over the many").isGreaterThan(.5);
    assertThat(spreads.between(TEMPO, 120, 120)).isZero();
    assertThat(spreads.between(TEMPO, 120, Double.NaN)).isEqualTo(1);
    assertThat(spreads.between(NumericField.YEAR, 1, 1)).as("nobody knows").isEqualTo(1);
  }

  @Test
  void beingEqualSaysTheLessTheMoreAre() {
    assertThat(spreads.within(TEMPO, 120, 120)).isCloseTo(.005, within(1e-9));
    assertThat(spreads.within(TEMPO, 120, 122)).isCloseTo(.025, within(1e-9));
    assertThat(spreads.within(TEMPO, 150, 150)).isCloseTo(.505, within(1e-9));
    assertThat(spreads.within(TEMPO, Double.NaN, 150)).isEqualTo(1);
  }

  private static List<Double> tempos() {
    return DoubleStream.concat(
            DoubleStream.iterate(100, tempo -> tempo + 1).limit(100),
            DoubleStream.generate(() -> 150).limit(100))
        .sorted()
        .boxed()
        .toList();
  }
}
