package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PermutationTestTest {

  /** Of the 20 ways to part six values, as few as two are as far apart. */
  @Test
  void worksAsByHand() {
    double[] low = {1, 2, 3};
    double[] high = {4, 5, 6};
    assertThat(PermutationTest.pValue(low, high, 1)).isCloseTo(.1, within(.01));
    assertThat(PermutationTest.pValue(high, low, 1)).isCloseTo(.1, within(.01));
  }

  /** Against every way to part them, one by one. */
  @Test
  void agreesWithAllPermutations() {
    Random random = new Random(7);
    for (int round = 0; round < 10; round++) {
      double[] all = random.doubles(9).map(value -> value * value).toArray();
      all[3] = all[0]; // ties
      int first = 2 + random.nextInt(6);
      double[] one = Arrays.copyOf(all, first);
      double[] other = Arrays.copyOfRange(all, first, all.length);
      assertThat(PermutationTest.pValue(one, other, round))
          .as("round %d", round)
          .isCloseTo(exact(all, first), within(.02));
    }
  }

  private static double exact(double[] all, int first) {
    double observed = welch(all, (1 << first) - 1);
    int ways = 0;
    int asFar = 0;
    for (int members = 0; members < 1 << all.length; members++) {
      if (Integer.bitCount(members) == first) {
        ways++;
        asFar += welch(all, members) >= observed - 1e-9 ? 1 : 0;
      }
    }
    return (double) asFar / ways;
  }

  private static double welch(double[] all, int members) {
    double[][] groups = new double[2][0];
    for (int i = 0; i < all.length; i++) {
      int group = members >> i & 1;
      groups[group] =
          DoubleStream.concat(Arrays.stream(groups[group]), DoubleStream.of(all[i])).toArray();
    }
    double[] means = new double[2];
    double error = 0;
    for (int group = 0; group < 2; group++) {
      double mean = Arrays.stream(groups[group]).average().orElseThrow();
      int n = groups[group].length;
      means[group] = mean;
      error +=
          Arrays.stream(groups[group]).map(value -> (value - mean) * (value - mean)).sum()
              / (n - 1)
              / n;
    }
    return Math.abs(means[0] - means[1]) / Math.sqrt(error);
  }

  /**
   * Where means agree and sizes and spreads do not, five of a hundred tests are below .05: of 400,
   * eight to thirty-six, but for once in a thousand. (By the difference alone, one of four is.)
   */
  @Test
  void isRightAlsoWhereSpreadsDiffer() {
    Random random = new Random(11);
    int small = 0;
    for (int round = 0; round < 400; round++) {
      double[] few = random.doubles(25).map(unused -> 4 * random.nextGaussian()).toArray();
      double[] many = random.doubles(100).map(unused -> random.nextGaussian()).toArray();
      small += PermutationTest.pValue(few, many, round) < .05 ? 1 : 0;
    }
    assertThat(small).isBetween(8, 36);
  }

  @Test
  void valuesThatAreAllAlikeTellNothing() {
    assertThat(PermutationTest.pValue(new double[] {.1, .1, .1}, new double[] {.1}, 1))
        .isEqualTo(1);
    assertThat(PermutationTest.pValue(new double[] {1}, new double[] {2}, 1)).isEqualTo(1);
  }

  /** Nothing varies within the groups, and one way of 126 parts them so. */
  @Test
  void groupsWithoutSpreadAreFarApart() {
    double[] zeros = new double[5];
    double[] ones = {1, 1, 1, 1};
    assertThat(PermutationTest.pValue(zeros, ones, 1)).isCloseTo(1 / 126.0, within(.004));
  }

  @Test
  void theSameSeedGivesTheSame() {
    double[] first = new Random(1).doubles(30).toArray();
    double[] second = new Random(2).doubles(40).toArray();
    assertThat(PermutationTest.pValue(first, second, 5))
        .isEqualTo(PermutationTest.pValue(first, second, 5))
        .isNotEqualTo(PermutationTest.pValue(first, second, 6));
  }
}
