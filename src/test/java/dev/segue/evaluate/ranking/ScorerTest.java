package dev.segue.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.listening.model.History;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScorerTest {
  /** What the liking of each item says of the others; the last is no candidate. */
  private static final float[][] SAID = {{9, 1, 3, 8}, {1, 9, 5, 8}, {0, 2, 9, 8}, {7, 7, 7, 7}};

  /** Without themselves and the last, the likings deviate by 1, 2 and 1. */
  private static final double DEVIATION = Math.sqrt((1 + 4 + 1) / 3.0);

  /** Of the candidates, 0 is √2 standard deviations below the mean, 3 half as far above. */
  private static final int[] POPULARITY = {3, 0, 3, 99};

  @Test
  void mixesTasteInTheMeasureOfOneLikingAndPopularity() {
    Scorer taste =
        (known, scores) -> {
          Arrays.fill(scores, 0);
          for (int item : known.items()) {
            for (int other = 0; other < scores.length; other++) {
              scores[other] += SAID[item][other];
            }
          }
        };
    float[] sounds = {0, 1, .5f, -2};
    Scorer sound = (known, scores) -> System.arraycopy(sounds, 0, scores, 0, sounds.length);
    double known = 10 / DEVIATION - Math.sqrt(2) / 3;
    double best = 8 / DEVIATION + 1 / Math.sqrt(2) / 3;
    History history = new History(new int[] {0, 1}, new float[] {5, 1});
    int[] candidates = {0, 1, 2};
    float[] scores = new float[4];
    Scorer.mixed(taste, sound, POPULARITY, OptionalDouble.of(.25), candidates)
        .score(history, scores);
    assertThat((double) scores[2]).as("the best of those not known").isCloseTo(1, within(1e-6));
    assertThat((double) scores[1]).isCloseTo(.75 * known / best + .25 * 1 / .5, within(1e-6));
    Scorer.mixed(taste, sound, POPULARITY, OptionalDouble.empty(), candidates)
        .score(history, scores);
    assertThat((double) scores[1] / scores[2])
        .as("in the measure itself")
        .isCloseTo((.7 * known + .3 * 1) / (.7 * best + .3 * .5), within(1e-6));
  }
}
