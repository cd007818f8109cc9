package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LargestTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @BeforeEach
  void printSeed() {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
  }

  @Test
  void theLargestAreThoseOfASort() {
    for (int round = 0; round < 200; round++) {
      int size = random.nextInt(50);
      double[] values = new double[size];
      Arrays.setAll(
          values,
          i -> random.nextInt(4) == 0 ? Double.NEGATIVE_INFINITY : (random.nextInt(20) - 10) / 4.0);
      int k = 1 + random.nextInt(20);
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .filter(i -> values[i] > Double.NEGATIVE_INFINITY)
              .sorted(
                  Comparator.comparingDouble((Integer i) -> -values[i])
                      .thenComparing(Comparator.naturalOrder()))
              .limit(k)
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(Largest.of(size, k, i -> values[i])).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
