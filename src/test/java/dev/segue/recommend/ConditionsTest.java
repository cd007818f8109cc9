package dev.segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.NumericField;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  @Test
  void anOccasionSaysOnlyWhatNobodySaidAndTracksHave() {
    Conditions asked =
        new Conditions(
            Map.of(NumericField.ENERGY, .9),
            TrackFilter.EVERYTHING,
            FeatureSpace.SOUND,
            Versions.ONE,
            Variety.DEFAULT,
            new Exploration(.5, 7));
    Map<NumericField, Double> usual =
        Map.of(NumericField.ENERGY, .2, NumericField.VALENCE, .3, NumericField.YEAR, 1990.0);
    Conditions suited = asked.suiting(usual, field -> field != NumericField.YEAR);
    assertThat(suited.targets())
        .isEqualTo(Map.of(NumericField.ENERGY, .9, NumericField.VALENCE, .3));
    assertThat(suited.suiting(Map.of(), field -> false))
        .as("what was asked for stays, whatever is known")
        .isEqualTo(suited);
    assertThat(suited.exploration()).isEqualTo(asked.exploration());
  }
}
