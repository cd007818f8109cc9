package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void whatIsOlderThanTheRetentionIsForgotten(@TempDir Path folder) throws Exception {
    String place = folder.resolve("listening.db").toString();
    try (EventLog log = EventLog.at(place)) {
      log.add(List.of(event("old", Duration.ofDays(31)), event("new", Duration.ofDays(29))), NOW);
    }
    try (Listening listening =
        Listening.open(
            place,
            Listening.UnknownTracks.PENDING,
            Optional.of(Duration.ofDays(30)),
            Clock.fixed(NOW, ZoneOffset.UTC))) {
      for (int i = 0; i < 100 && listening.log().of("ann").size() > 1; i++) {
        Thread.sleep(100); // it forgets when it begins, in its own time
      }
      assertThat(listening.log().of("ann").stream().map(Event::eventId)).containsExactly("new");
    }
  }

  private static Event event(String id, Duration age) {
    return new Event(
        id, "ann", "t", EventType.PLAY, Optional.of(NOW.minus(age)), Optional.empty(), 1, Map.of());
  }
}
