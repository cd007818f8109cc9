package dev.segue.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.query.TrackFilter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Filters pass the share that they are made for, and say so when they do not. */
class DurationFiltersTest {
  private final Random random = new Random(3);

  @Test
  void eachPassesItsShare() {
    int[] millis = IntStream.range(0, 2_000).map(i -> 1 + 7 * ((i * 1_031) % 2_000)).toArray();
    DurationFilters filters = new DurationFilters(millis);
    for (int percent : new int[] {1, 10, 50, 100}) {
      for (int i = 0; i < 100; i++) {
        TrackFilter.Range filter = filters.draw(percent / 100.0, random);
        assertThat(passing(filter, millis)).isEqualTo(percent / 100.0, within(1e-12));
        assertThat(filters.passing(List.of(filter))).isEqualTo(percent / 100.0, within(1e-12));
      }
    }
  }

  @Test
  void theyAreSeldomTheSame() {
    DurationFilters filters = new DurationFilters(IntStream.range(1, 2_001).toArray());
    Set<TrackFilter.Range> drawn = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      drawn.add(filters.draw(0.1, random));
    }
    assertThat(drawn).hasSizeGreaterThan(90);
  }

  @Test
  void equalDurationsPassTogetherAndAreCounted() {
    int[] millis = IntStream.range(0, 1_000).map(i -> 1 + i % 30).toArray();
    DurationFilters filters = new DurationFilters(millis);
    for (int i = 0; i < 100; i++) {
      TrackFilter.Range filter = filters.draw(0.1, random);
      assertThat(filters.passing(List.of(filter)))
          .isEqualTo(passing(filter, millis), within(1e-12))
          .isGreaterThan(0.1);
    }
  }

  @Test
  void aShareIsAtLeastOneTrack() {
    DurationFilters filters = new DurationFilters(30, 10, 20);
    assertThat(filters.has(0.33)).isFalse();
    assertThat(filters.has(0.34)).isTrue();
    assertThat(filters.draw(0.34, random).min()).isIn(10.0, 20.0, 30.0);
  }

  private static double passing(TrackFilter.Range filter, int... millis) {
    return (double)
            Arrays.stream(millis).filter(ms -> ms >= filter.min() && ms <= filter.max()).count()
        / millis.length;
  }
}
