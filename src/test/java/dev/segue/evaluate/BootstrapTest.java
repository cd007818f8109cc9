package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static Bootstrap.Measured measured(double[]... sums) {
    double[][] counts = new double[sums.length][sums[0].length];
    for (int fold = 0; fold < sums.length; fold++) {
      for (int user = 0; user < sums[fold].length; user++) {
        counts[fold][user] = Double.isNaN(sums[fold][user]) ? 0 : 1;
        sums[fold][user] = Double.isNaN(sums[fold][user]) ? 0 : sums[fold][user];
      }
    }
    return new Bootstrap.Measured(sums, counts, mean -> mean);
  }

  @Test
  void theValueIsTheMeanOfTheFoldsMeans() {
    double absent = Double.NaN;
    Estimate estimate =
        new Bootstrap(1)
            .estimate(measured(new double[] {1, 3, absent}, new double[] {absent, 5, absent}));
    assertThat(estimate.value()).isEqualTo((2 + 5) / 2.0);
    Bootstrap.Measured roots =
        new Bootstrap.Measured(
            new double[][] {{8, 10}, {4, 0}}, new double[][] {{1, 1}, {1, 0}}, Math::sqrt);
    assertThat(new Bootstrap(1).estimate(roots).value()).isEqualTo((3 + 2) / 2.0);
  }

  @Test
  void whatIsNoNumberIsNoDifference() {
    Bootstrap.Measured nothing =
        new Bootstrap.Measured(
            new double[][] {{1, 2}}, new double[][] {{1, 1}}, mean -> Double.NaN);
    Bootstrap.Measured something = measured(new double[] {1, 2});
    assertThat(new Bootstrap(1).difference("what", something, nothing).pValue()).isEqualTo(1);
  }

  /** Of independent users, the interval is about that of the central limit theorem. */
  @Test
  void intervalsAreAsWideAsTheyShouldBe() {
    Random random = new Random(5);
    double[] values = random.doubles(400).toArray();
    Estimate expected = Estimate.mean(values);
    Estimate estimate = new Bootstrap(1).estimate(measured(values.clone()));
    assertThat(estimate.value()).isCloseTo(expected.value(), within(1e-12));
    assertThat(estimate.low()).isCloseTo(expected.low(), within(.004));
    assertThat(estimate.high()).isCloseTo(expected.high(), within(.004));
  }

  @Test
  void comparisonsArePaired() {
    Random random = new Random(5);
    double[] first = random.doubles(300).toArray();
    double[] slightlyMore = Arrays.stream(first).map(value -> value + .01).toArray();
    Difference surely =
        new Bootstrap(1).difference("more", measured(first.clone()), measured(slightlyMore));
    assertThat(surely.difference().low()).isCloseTo(.01, within(1e-9));
    assertThat(surely.pValue()).isLessThan(.002);
    double[] other = Arrays.stream(first).map(value -> value + random.nextGaussian()).toArray();
    double[] same = Arrays.stream(first).map(value -> value + random.nextGaussian()).toArray();
    assertThat(new Bootstrap(1).difference("", measured(other), measured(same)).pValue())
        .isGreaterThan(.05);
    assertThat(
            new Bootstrap(1)
                .difference("", measured(first.clone()), measured(first.clone()))
                .pValue())
        .isEqualTo(1);
  }

  /** About as wide as Welch's, also where every user of the second group has a double. */
  @Test
  void groupsAreDrawnEachForItself() {
    Random random = new Random(5);
    double[] first = random.doubles(300).toArray();
    double[] second = Arrays.stream(first).map(value -> value + .1).toArray();
    Estimate one = Estimate.mean(first);
    double half = Math.sqrt(2) * (one.high() - one.value());
    Estimate difference =
        new Bootstrap(1)
            .independentDifference(Bootstrap.Measured.mean(first), Bootstrap.Measured.mean(second));
    assertThat(difference.value()).isCloseTo(.1, within(1e-12));
    assertThat(difference.low()).isCloseTo(.1 - half, within(.006));
    assertThat(difference.high()).isCloseTo(.1 + half, within(.006));
  }
}
