package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Percentiles by nearest rank. */
class LatenciesTest {
  @Test
  void ofAHundredTheyAreTheirRanks() {
    Latencies latencies = new Latencies();
    for (int micros = 100; micros >= 1; micros--) {
      latencies.add(1_000L * micros);
    }
    assertThat(latencies.percentileMicros(50)).isEqualTo(50);
    assertThat(latencies.percentileMicros(95)).isEqualTo(95);
    assertThat(latencies.percentileMicros(99)).isEqualTo(99);
    assertThat(latencies.percentileMicros(100)).isEqualTo(100);
  }

  @Test
  void theyAreSamplesAndNeverBetween() {
    Latencies latencies = new Latencies();
    latencies.add(7_500);
    assertThat(latencies.percentileMicros(1)).isEqualTo(7.5);
    assertThat(latencies.percentileMicros(99)).isEqualTo(7.5);
    latencies.add(500);
    assertThat(latencies.percentileMicros(50)).isEqualTo(0.5);
    assertThat(latencies.percentileMicros(51)).isEqualTo(7.5);
  }

  @Test
  void theSmallestThatEnoughDoNotExceed() {
    Random random = new Random(20);
    List<Long> samples = new ArrayList<>();
    Latencies latencies = new Latencies();
    for (int i = 0; i < 3_001; i++) {
      samples.add((long) random.nextInt(900));
      latencies.add(samples.getLast());
    }
    assertThat(latencies.count()).isEqualTo(3_001);
    for (int percent = 1; percent <= 100; percent++) {
      double nanos = latencies.percentileMicros(percent) * 1e3;
      long below = samples.stream().filter(sample -> sample < nanos - 0.5).count();
      long notAbove = samples.stream().filter(sample -> sample < nanos + 0.5).count();
      assertThat(100 * below).isLessThan(percent * 3_001L);
      assertThat(100 * notAbove).isGreaterThanOrEqualTo(percent * 3_001L);
    }
  }
}
