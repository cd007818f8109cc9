package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventLogException;
import dev.segue.listening.log.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

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

  /** Before anybody sends an event, and without anybody's waiting for it. */
  @Test
  void aDatabaseThatCannotBeUsedIsToldAtTheStart(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("text.db"), "no database ".repeat(1000));
    Logger logger = (Logger) LoggerFactory.getLogger("dev.segue.listening.log");
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.list = new CopyOnWriteArrayList<>();
    logged.start();
    logger.addAppender(logged);
    try (Listening listening =
        Listening.open(
            file.toString(),
            Listening.UnknownTracks.PENDING,
            Optional.empty(),
            Clock.fixed(NOW, ZoneOffset.UTC))) {
      for (int i = 0; i < 300 && logged.list.isEmpty(); i++) {
        Thread.sleep(100);
      }
      assertThatThrownBy(() -> listening.log().of("ann")).isInstanceOf(EventLogException.class);
    } finally {
      logger.detachAppender(logged);
    }
    assertThat(logged.list.stream().map(ILoggingEvent::getFormattedMessage))
        .anyMatch(line -> line.startsWith("The listening database is no database of SQLite (jdbc"));
  }

  private static Event event(String id, Duration age) {
    return new Event(
        id, "ann", "t", EventType.PLAY, Optional.of(NOW.minus(age)), Optional.empty(), 1, Map.of());
  }
}
