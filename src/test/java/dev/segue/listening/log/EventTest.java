package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.query.RequestException;
import java.time.Instant;
import java.util.HashMap;
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
    assertThat(Affinities.of(List.of(heard, heard)).ofTracks().get("t").weight()).isEqualTo(2);
    assertThat(Affinities.of(List.of(heard, heard, left)).ofTracks().get("t").weight())
        .isEqualTo(1);
  }

  @Test
  void whatIsWrongWithAnEventIsNamed() {
    assertWrong("event_id has 0 characters", "", "ann", Instant.EPOCH, 0, Map.of());
    assertWrong("user_id has 129 characters", "e", "a".repeat(129), Instant.EPOCH, 0, Map.of());
    assertWrong("user_id has 2 characters", "e", "a\n", Instant.EPOCH, 0, Map.of());
    assertWrong("user_id has 1 characters", "e", "\ud800", Instant.EPOCH, 0, Map.of());
    assertWrong(
        "at is 1969-12-31T23:59:59Z", "e", "ann", Instant.EPOCH.minusSeconds(1), 0, Map.of());
    assertWrong(
        "played_ms is -1, allowed is 0 to 86400000", "e", "ann", Instant.EPOCH, -1, Map.of());
    assertWrong("A key of context has 0", "e", "ann", Instant.EPOCH, 0, Map.of("", "x"));
    assertWrong(
        "context.mood has 257", "e", "ann", Instant.EPOCH, 0, Map.of("mood", "x".repeat(257)));
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 17; i++) {
      many.put("k" + i, "v");
    }
    assertWrong("context is 17, allowed is 0 to 16", "e", "ann", Instant.EPOCH, 0, many);
  }

  private static void assertWrong(
      String message,
      String eventId,
      String userId,
      Instant at,
      long played,
      Map<String, String> context) {
    assertThatThrownBy(
            () ->
                new Event(
                    eventId,
                    userId,
                    "t",
                    EventType.PLAY,
                    Optional.of(at),
                    Optional.of(played),
                    1,
                    context))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith(message);
  }
}
