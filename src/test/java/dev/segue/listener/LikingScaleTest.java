package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.vector.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikingScaleTest {
  @Test
  void ofTasteIsFromZeroInDeviationsOfOneLiking() {
    double[][] said = {{1, 3}, {10, 14}}; // standard deviations 1 and 2
    LikingScale scale = LikingScale.ofTaste(2, liking -> said[liking]);
    assertThat(scale.mean()).isZero();
    assertThat(scale.deviation()).isCloseTo(Math.sqrt(2.5), within(1e-12));
    assertThat(scale.of(5)).isCloseTo(5 / Math.sqrt(2.5), within(1e-12));
  }

  @Test
  void ofSoundIsFromTheMeanOfEachLiking() {
    // Match scores with the others: 1/2 and 1/5; 1/2 and 1/4; 1/5 and 1/4.
    List<float[]> places = List.of(new float[] {0}, new float[] {1}, new float[] {4});
    LikingScale scale = LikingScale.ofSound(Metric.EUCLIDEAN, places);
    double mean = (.5 + .2 + .25) / 3;
    double deviation = Math.sqrt((.15 * .15 + .125 * .125 + .025 * .025) / 3);
    assertThat(scale.mean()).isCloseTo(mean, within(1e-7));
    assertThat(scale.deviation()).isCloseTo(deviation, within(1e-7));
    assertThat(scale.of(1)).isCloseTo((1 - mean) / deviation, within(1e-5));
  }

  @Test
  void ofPopularityIsAStandardScore() {
    LikingScale scale = LikingScale.ofPopularity(new int[] {1, 2, 3, 10});
    assertThat(scale.of(10)).isCloseTo(6 / Math.sqrt((9 + 4 + 1 + 36) / 4.0), within(1e-9));
  }

  @Test
  void saysNothingWhereAllAreEqualOrNothingIsKnown() {
    assertThat(LikingScale.ofTaste(1, liking -> new double[] {5, 5}).of(7)).isZero();
    assertThat(LikingScale.ofTaste(0, liking -> new double[0]).of(7)).isZero();
    assertThat(LikingScale.ofSound(Metric.EUCLIDEAN, List.of(new float[] {1})).of(1)).isZero();
    assertThat(new LikingScale(0, 1).of(Double.NaN)).isNaN();
  }

  @Test
  void takesSomeOfMany() {
    assertThat(LikingScale.sample(3)).containsExactly(0, 1, 2);
    assertThat(LikingScale.sample(1_000)).hasSize(250).startsWith(0, 4, 8).endsWith(996);
  }
}
