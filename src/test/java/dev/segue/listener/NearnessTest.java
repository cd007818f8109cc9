package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.vector.Metric;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearnessTest {
  private static final float[] HERE = {0};

  private static double nearness(List<float[]> liked, List<float[]> disliked) {
    return new Nearness(Metric.EUCLIDEAN, liked, disliked, new LikingScale(.1, .2)).of(HERE);
  }

  private static List<float[]> at(float... places) {
    return IntStream.range(0, places.length).mapToObj(i -> new float[] {places[i]}).toList();
  }

  @Test
  void isTheMeanOfAllLikingsAsOfThreeAtMost() {
    assertThat(nearness(at(1), List.of())).isCloseTo((.5 - .1) / .2, within(1e-9));
    assertThat(nearness(at(9, 1, -3, 0), List.of()))
        .isCloseTo(3 * ((.1 + .5 + .25 + 1) / 4 - .1) / .2, within(1e-9));
  }

  @Test
  void whatIsDislikedTakesHalfOfItsBest() {
    assertThat(nearness(at(1), at(3, 1))).isCloseTo((.4 - .4 / 2) / .2, within(1e-9));
    assertThat(nearness(at(1), at(9))).as("as in the mean").isCloseTo(.4 / .2, within(1e-9));
  }
}
