package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
  @Test
  void differencesAreCorrectedForTheirNumber() {
    Estimate some = new Estimate(1, 0, 2);
    assertThat(
            Difference.corrected(
                List.of(new Difference("a", some, .03), new Difference("b", some, .01))))
        .containsExactly(new Difference("a", some, .03), new Difference("b", some, .02));
  }

  /** 3 · .01; 2 · .03; and .04, which cannot be less than the one before. */
  @Test
  void worksAsByHand() {
    assertThat(HolmCorrection.of(new double[] {.04, .01, .03}))
        .containsExactly(new double[] {.06, .03, .06}, within(1e-12));
    assertThat(HolmCorrection.of(new double[] {.5, .6, .9})).containsExactly(1, 1, 1);
    assertThat(HolmCorrection.of(new double[] {.02})).containsExactly(.02);
    assertThat(HolmCorrection.of(new double[0])).isEmpty();
  }
}
