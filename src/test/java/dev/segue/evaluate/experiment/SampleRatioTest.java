package dev.segue.evaluate.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleRatioTest {
  private static SampleRatio of(int[] users, double... shares) {
    return SampleRatio.of(users, shares).orElseThrow();
  }

  /** p-values as R's {@code pchisq(x, df, lower = FALSE)} has them. */
  @Test
  void worksAsByHand() {
    SampleRatio even = of(new int[] {50, 50}, 30, 30);
    assertThat(even.chiSquare()).isZero();
    assertThat(even.pValue()).isEqualTo(1);
    SampleRatio off = of(new int[] {60, 40}, 50, 50); // 2 · 10² / 50
    assertThat(off.chiSquare()).isEqualTo(4);
    assertThat(off.pValue()).isCloseTo(.0455003, within(1e-7));
    assertThat(off.mismatch()).isFalse();
    SampleRatio three = of(new int[] {30, 50, 20}, 25, 50, 25); // 25 / 25 + 0 + 25 / 25
    assertThat(three.chiSquare()).isEqualTo(2);
    assertThat(three.pValue()).isCloseTo(Math.exp(-1), within(1e-12));
  }

  /** The published example: 821,588 and 815,482 users, where each was to have half. */
  @Test
  void aMismatchIsOne() {
    SampleRatio missing = of(new int[] {821_588, 815_482}, 50, 50);
    assertThat(missing.mismatch()).isTrue();
    assertThat(missing.pValue()).isCloseTo(1.8e-6, within(.1e-6));
  }

  @Test
  void tooFewSayNothing() {
    assertThat(SampleRatio.of(new int[] {100}, new double[] {50})).isEmpty();
    assertThat(SampleRatio.of(new int[] {4, 5}, new double[] {50, 50})).isEmpty();
    assertThat(SampleRatio.of(new int[] {100, 0}, new double[] {99, 1})).isEmpty();
    assertThat(SampleRatio.of(new int[] {0, 0}, new double[] {50, 50})).isEmpty();
  }
}
