package dev.segue.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.listener.Mixing;
import dev.segue.listening.model.History;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MixedScorerTest {
  /** What the liking of each item says of the others; the last is no candidate. */
  private static final float[][] SAID = {{9, 1, 3, 8}, {1, 9, 5, 8}, {0, 2, 9, 8}, {7, 7, 7, 7}};

  /** Without themselves and the last, the likings deviate by 1, 2 and 1. */
  private static final double DEVIATION = Math.sqrt((1 + 4 + 1) / 3.0);

  /** Of the candidates, 0 is √2 standard deviations below the mean, 3 half as far above. */
  private static final int[] POPULARITY = {3, 0, 3, 99};

  private static final float[] SOUNDS = {0, 1, .5f, -2};
  private static final int[] CANDIDATES = {0, 1, 2};

  @Test
  void mixesTasteInTheMeasureOfOneLikingAndPopularity() {
    History history = new History(new int[] {0, 1}, new float[] {5, 1});
    double known = 10 / DEVIATION - Math.sqrt(2) / 3;
    double best = 8 / DEVIATION + 1 / Math.sqrt(2) / 3;
    float[] scores = scores(Mixing.DEFAULT.with(.25), history);
    assertThat((double) scores[2]).as("the best of those not known").isCloseTo(1, within(1e-6));
    assertThat((double) scores[1]).isCloseTo(.75 * known / best + .25 * 1 / .5, within(1e-6));
    scores = scores(Mixing.DEFAULT, history);
    assertThat((double) scores[1] / scores[2])
        .as("in the measure itself")
        .isCloseTo((.7 * known + .3 * 1) / (.7 * best + .3 * .5), within(1e-6));
  }

  /** 2 is first by taste and popularity, 1 by sound. */
  @Test
  void mixesRanks() {
    History history = new History(new int[] {0}, new float[] {5});
    float[] scores = scores(new Mixing(OptionalDouble.of(.25), Mixing.Fusion.RRF), history);
    double most = (.75 + .75 / 2 + .25) / 61;
    assertThat((double) scores[1])
        .isCloseTo((.75 / 62 + .75 / 62 / 2 + .25 / 61) / most, within(1e-6));
    assertThat((double) scores[2])
        .isCloseTo((.75 / 61 + .75 / 61 / 2 + .25 / 62) / most, within(1e-6));
  }

  private static float[] scores(Mixing mixing, History history) {
    Scorer taste =
        (known, scores) -> {
          Arrays.fill(scores, 0);
          for (int item : known.items()) {
            for (int other = 0; other < scores.length; other++) {
              scores[other] += SAID[item][other];
            }
          }
        };
    Scorer sound = (known, scores) -> System.arraycopy(SOUNDS, 0, scores, 0, SOUNDS.length);
    float[] scores = new float[SOUNDS.length];
    new MixedScorer(taste, sound, mixing, POPULARITY, CANDIDATES).score(history, scores);
    return scores;
  }
}
