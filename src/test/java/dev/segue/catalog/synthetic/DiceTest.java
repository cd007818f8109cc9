package dev.segue.catalog.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {
  private static final int THROWS = 200_000;

  @Test
  void mixesAsSplitMix64Does() {
    // The first outputs of the published algorithm for the seed 0.
    assertThat(Dice.mix(0x9E3779B97F4A7C15L)).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(Dice.mix(0x3C6EF372FE94F82AL)).isEqualTo(0x6E789E6AA1B965F4L);
  }

  @Test
  void aPathAlwaysLeadsToTheSameDice() {
    assertThat(Dice.of(1, 2, 3).unit()).isEqualTo(Dice.of(1, 2, 3).unit());
    assertThat(Dice.of(1, 2, 3).unit()).isNotEqualTo(Dice.of(1, 3, 2).unit());
    assertThat(Dice.of(0, 0).unit()).isNotEqualTo(Dice.of(0).unit());
  }

  @Test
  void gaussianIsStandardNormal() {
    Dice dice = Dice.of(5);
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    for (int i = 0; i < THROWS; i++) {
      double drawn = dice.gaussian();
      sum += drawn;
      squares += drawn * drawn;
      beyondTwo += Math.abs(drawn) > 2 ? 1 : 0;
    }
    assertThat(sum / THROWS).isCloseTo(0, within(0.01));
    assertThat(squares / THROWS).isCloseTo(1, within(0.02));
    assertThat((double) beyondTwo / THROWS).isCloseTo(0.0455, within(0.003));
  }

  @Test
  void betweenReachesBothEnds() {
    Dice dice = Dice.of(6);
    int[] seen = new int[7];
    for (int i = 0; i < THROWS; i++) {
      seen[dice.between(-3, 3) + 3]++;
    }
    for (int count : seen) {
      assertThat((double) count / THROWS).isCloseTo(1 / 7.0, within(0.005));
    }
  }
}
