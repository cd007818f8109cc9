package dev.segue.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TempoCircleTest {
  @Test
  void aTempoAndItsDoubleAreOnePlaceAndHalfAnOctaveIsFarthest() {
    assertThat(tempos(70, 140)).isCloseTo(0, within(1e-12));
    assertThat(tempos(60, 60 * Math.sqrt(2))).isCloseTo(2, within(1e-12));
    assertThat(tempos(100, 104)).isLessThan(tempos(100, 112));
    assertThat(tempos(0, 120)).as("not detected: the middle").isCloseTo(1, within(1e-12));
    assertThat(tempos(0, 0)).isZero();
  }

  private static double tempos(double a, double b) {
    return distance(
        TempoCircle.columns(1), Map.of(NumericField.TEMPO, a), Map.of(NumericField.TEMPO, b));
  }

  private static double distance(
      List<FeatureColumn> columns, Map<NumericField, Double> a, Map<NumericField, Double> b) {
    return Math.sqrt(
        columns.stream()
            .mapToDouble(
                column ->
                    column.value().applyAsDouble(a::get) - column.value().applyAsDouble(b::get))
            .map(difference -> difference * difference)
            .sum());
  }
}
