package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Coverage and hubness, worked by hand; the jackknife against counting anew without each answer.
 */
class OccurrencesTest {
  @Test
  void workedByHand() {
    Occurrences occurrences = new Occurrences(4, 9);
    occurrences.add(new int[] {0, 1});
    occurrences.add(new int[] {0, 8});
    // Counts 2, 1, 1, 0: mean 1, variance 1/2, third moment 0.
    assertThat(occurrences.coverage().value()).isEqualTo(.75);
    assertThat(occurrences.hubness().value()).isCloseTo(0, within(1e-12));
    occurrences.add(new int[] {0});
    occurrences.add(new int[] {0});
    // Counts 4, 1, 1, 0: mean 3/2, deviations 5/2, -1/2, -1/2, -3/2.
    double variance = (6.25 + .25 + .25 + 2.25) / 4;
    double third = (15.625 - .125 - .125 - 3.375) / 4;
    assertThat(occurrences.hubness().value())
        .isCloseTo(third / Math.pow(variance, 1.5), within(1e-12));
  }

  @Test
  void whatIsNeverAnsweredHasNoHubs() {
    Occurrences none = new Occurrences(3, 3);
    none.add(new int[0]);
    assertThat(none.coverage()).isEqualTo(new Estimate(0, 0, 0));
    assertThat(none.hubness().value()).isZero();
  }

  @Test
  void intervalsAreThoseOfCountingWithoutEachAnswer() {
    long seed = new Random().nextLong();
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    Random random = new Random(seed);
    List<int[]> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(random.ints(0, 60).map(x -> x * x / 60).distinct().limit(5).toArray());
    }
    double[] coverages = new double[40];
    double[] hubs = new double[40];
    for (int left = 0; left < 40; left++) {
      List<int[]> others = new ArrayList<>(answers);
      others.remove(left);
      coverages[left] = count(others).coverage().value();
      hubs[left] = count(others).hubness().value();
    }
    assertInterval(count(answers).coverage(), coverages);
    assertInterval(count(answers).hubness(), hubs);
  }

  private static void assertInterval(Estimate estimate, double[] without) {
    double mean = Arrays.stream(without).average().orElseThrow();
    double error =
        1.959964
            * Math.sqrt(39 / 40.0 * Arrays.stream(without).map(x -> (x - mean) * (x - mean)).sum());
    assertThat(estimate.low()).isCloseTo(estimate.value() - error, within(1e-9));
    assertThat(estimate.high()).isCloseTo(estimate.value() + error, within(1e-9));
  }

  private static Occurrences count(List<int[]> answers) {
    Occurrences occurrences = new Occurrences(60, 60);
    answers.forEach(occurrences::add);
    return occurrences;
  }
}
