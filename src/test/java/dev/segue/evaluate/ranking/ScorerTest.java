package dev.segue.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.listening.model.History;
import org.junit.jupiter.api.Test;

class ScorerTest {
  /** Standard deviations above the mean of 0, 1, 2 are −√1.5, 0, √1.5. */
  private static final double STEP = Math.sqrt(1.5);

  @Test
  void mixesStandardScoresOfWhatIsNotKnown() {
    Scorer taste = (known, scores) -> fill(scores, 100, 0, 1, 2);
    Scorer sound = (known, scores) -> fill(scores, 1, .3f, .1f, .2f);
    float[] scores = new float[4];
    Scorer.mixed(taste, sound, .25, new int[] {0, 1, 2, 3})
        .score(new History(new int[] {0}, new float[] {1}), scores);
    assertThat((double) scores[1]).isCloseTo(.75 * -STEP + .25 * STEP, within(1e-6));
    assertThat((double) scores[2]).isCloseTo(.25 * -STEP, within(1e-6));
    assertThat((double) scores[3]).isCloseTo(.75 * STEP, within(1e-6));
  }

  private static void fill(float[] scores, float... values) {
    System.arraycopy(values, 0, scores, 0, values.length);
  }
}
