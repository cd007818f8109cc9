package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTest {
  private static Event event(EventType type, Long playedMillis) {
    return new Event(
        "e",
        "ann",
        "t",
        type,
        Optional.of(Instant.EPOCH),
        Optional.ofNullable(playedMillis),
        1,
        Map.of());
  }

  @Test
  void whatIsNotHeardIsASkip() {
    assertThat(event(EventType.PLAY, 29_999L).countsAs()).isEqualTo(EventType.SKIP);
    assertThat(event(EventType.PLAY, 30_000L).countsAs()).isEqualTo(EventType.PLAY);
    assertThat(event(EventType.PLAY, null).countsAs()).isEqualTo(EventType.PLAY);
    for (EventType type : List.of(EventType.SKIP, EventType.LIKE, EventType.SAVE)) {
      assertThat(event(type, 0L).countsAs()).isEqualTo(type);
    }
  }

  @Test
  void affinityCountsTheSame() {
    Event heard = event(EventType.PLAY, 30_000L);
    Event left = event(EventType.PLAY, 29_999L);
    assertThat(Affinity.of(List.of(heard, heard)).get("t").weight()).isEqualTo(2);
    assertThat(Affinity.of(List.of(heard, heard, left)).get("t").weight()).isEqualTo(1);
  }
}
