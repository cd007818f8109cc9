package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a log does, whatever database keeps it. */
abstract class EventLogContract {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

  private EventLog log;
  private String place;

  /** Where an empty database is; each call another. */
  public abstract String emptyDatabase() throws Exception;

  @BeforeEach
  void open() throws Exception {
    place = emptyDatabase();
    log = EventLog.at(place);
  }

  @AfterEach
  void close() {
    log.close();
  }

  private static Event event(String eventId, String userId, EventType type, Instant at) {
    return new Event(
        eventId,
        userId,
        "track of " + eventId,
        type,
        Optional.of(at),
        Optional.empty(),
        1,
        Map.of());
  }

  @Test
  void whatWasKeptComesBack() throws Exception {
    Event skip =
        new Event(
            "e2",
            "Жанна ' \" ; -- 🎧",
            "t2",
            EventType.SKIP,
            Optional.of(NOON),
            Optional.of(0L),
            1,
            Map.of("time_of_day", "evening", "device", "a \"phone\""));
    Event play = event("e1", skip.userId(), EventType.PLAY, NOON.minusSeconds(60));
    Event other = event("e3", "bob", EventType.LIKE, NOON);
    assertThat(log.add(List.of(skip, play, other), NOON)).isEqualTo(new Receipt(3, 0));
    assertThat(log.of(skip.userId())).containsExactly(play, skip);
    assertThat(log.of("bob")).containsExactly(other);
    assertThat(log.of("nobody")).isEmpty();
    assertThat(log.add(List.of(), NOON)).isEqualTo(new Receipt(0, 0));
    for (EventType type : EventType.values()) {
      log.add(List.of(event("of " + type, "all", type, NOON)), NOON);
    }
    assertThat(log.of("all").stream().map(Event::type))
        .containsExactlyInAnyOrder(EventType.values());
  }

  @Test
  void itIsThereAfterARestart() throws Exception {
    Event event = event("e1", "ann", EventType.SAVE, NOON);
    log.add(List.of(event), NOON);
    log.close();
    log = EventLog.at(place);
    assertThat(log.of("ann")).containsExactly(event);
  }

  @Test
  void repeatsAreHarmless() throws Exception {
    Event first = event("e1", "ann", EventType.PLAY, NOON);
    Event second = event("e2", "ann", EventType.PLAY, NOON);
    assertThat(log.add(List.of(first, first), NOON)).isEqualTo(new Receipt(1, 1));
    assertThat(log.add(List.of(first, second), NOON)).isEqualTo(new Receipt(1, 1));
    assertThat(log.of("ann")).containsExactly(first, second);
  }

  @Test
  void anotherEventWithTheSameIdIsAConflictAndNothingIsKept() throws Exception {
    Event first = event("e1", "ann", EventType.PLAY, NOON);
    log.add(List.of(first), NOON);
    Event fresh = event("e2", "ann", EventType.PLAY, NOON);
    for (Event other :
        List.of(
            event("e1", "ann", EventType.SKIP, NOON),
            event("e1", "ann", EventType.PLAY, NOON.plusMillis(1)),
            event("e1", "bob", EventType.PLAY, NOON))) {
      assertThatThrownBy(() -> log.add(List.of(fresh, other), NOON))
          .isInstanceOf(EventConflictException.class)
          .hasMessage(
              "1 of these events have the id of another event that is kept: e1. Nothing was"
                  + " kept.");
    }
    assertThat(log.of("ann")).containsExactly(first);
  }

  @Test
  void twoEventsWithOneIdAreAConflictThoughNoneIsKept() throws Exception {
    Event play = event("e1", "ann", EventType.PLAY, NOON);
    Event like = event("e1", "ann", EventType.LIKE, NOON);
    assertThatThrownBy(() -> log.add(List.of(play, like), NOON))
        .isInstanceOf(EventConflictException.class)
        .hasMessage("1 of these events have the id of another of them: e1. Nothing was kept.");
    assertThat(log.of("ann")).isEmpty();
  }

  @Test
  void aTimeThatNobodySaidIsThatOfTheFirst() throws Exception {
    Event event =
        new Event(
            "e1", "ann", "t", EventType.LIKE, Optional.empty(), Optional.empty(), 1, Map.of());
    assertThat(log.add(List.of(event), NOON)).isEqualTo(new Receipt(1, 0));
    assertThat(log.add(List.of(event), NOON.plusSeconds(9))).isEqualTo(new Receipt(0, 1));
    assertThat(log.of("ann")).containsExactly(event.keptAt(NOON));
  }

  @Test
  void eventsOfOneMomentStandInTheOrderOfTheirIds() throws Exception {
    List<String> ids = List.of("B", "_", "a", "é");
    for (String id : List.of("é", "a", "B", "_")) {
      log.add(List.of(event(id, "ann", EventType.PLAY, NOON)), NOON);
    }
    assertThat(log.of("ann").stream().map(Event::eventId)).containsExactlyElementsOf(ids);
  }

  @Test
  void whatIsPutReplacesWhatWasThere() throws Exception {
    Event first = event("e1", "ann", EventType.PLAY, NOON);
    Event second = event("e1", "ann", EventType.PLAY, NOON.plusSeconds(1));
    log.put(List.of(first));
    log.put(List.of(second, event("e2", "bob", EventType.PLAY, NOON)));
    assertThat(log.of("ann")).containsExactly(second);
  }

  @Test
  void usersAreForgotten() throws Exception {
    Event other = event("e3", "bob", EventType.LIKE, NOON);
    log.add(
        List.of(
            event("e1", "ann", EventType.PLAY, NOON),
            event("e2", "ann", EventType.PLAY, NOON),
            other),
        NOON);
    assertThat(log.delete("ann")).isEqualTo(2);
    assertThat(log.delete("ann")).isZero();
    assertThat(log.of("ann")).isEmpty();
    assertThat(log.of("bob")).containsExactly(other);
  }

  @Test
  void anEventIsTakenBackByItsUserAlone() throws Exception {
    Event other = event("e2", "ann", EventType.PLAY, NOON);
    log.add(List.of(event("e1", "ann", EventType.LIKE, NOON), other), NOON);
    assertThat(log.delete("bob", "e1")).isZero();
    assertThat(log.of("ann")).hasSize(2);
    assertThat(log.delete("ann", "e1")).isEqualTo(1);
    assertThat(log.delete("ann", "e1")).isZero();
    assertThat(log.of("ann")).containsExactly(other);
  }

  @Test
  void whatIsOldIsForgotten() throws Exception {
    Event now = event("e2", "ann", EventType.PLAY, NOON);
    log.add(List.of(event("e1", "ann", EventType.PLAY, NOON.minusMillis(1)), now), NOON);
    assertThat(log.deleteBefore(NOON)).isEqualTo(1);
    assertThat(log.of("ann")).containsExactly(now);
  }

  /** More users than are fetched at once, and some whose names databases order differently. */
  @Test
  void allIsReadUserByUser() throws Exception {
    List<Event> events = new ArrayList<>();
    List<String> users = List.of("bob", "Ann", "ann", "_", "é", "Zoe", "\ud83c\udfa7", "\ufb01");
    List<String> ids = List.of("é", "a", "B", "_", "\ud83c\udfa7", "\ufb01");
    for (int i = 0; i < 12_000; i++) {
      String id = ids.get(i % ids.size()) + i;
      // Many at one moment, and the latest of some users first.
      events.add(event(id, users.get(i / 3 % users.size()), EventType.PLAY, moment(i)));
    }
    log.put(events);
    assertThat(log.count()).isEqualTo(12_000);
    Map<String, List<Event>> read = new HashMap<>();
    log.read((user, ofUser) -> assertThat(read.put(user, ofUser)).as(user).isNull());
    assertThat(read).containsOnlyKeys(users);
    for (String user : users) {
      assertThat(read.get(user)).isEqualTo(log.of(user)).hasSize(1500);
    }
  }

  private static Instant moment(int i) {
    return NOON.minusSeconds(i / 100);
  }

  @Test
  void anEmptyLogHasNothingToRead() throws Exception {
    assertThat(log.count()).isZero();
    log.read(
        (user, events) -> {
          throw new AssertionError(user);
        });
  }

  /** As often as there are connections, and more: none is lost. */
  @Test
  void aReaderThatFailsEndsTheReading() throws Exception {
    log.add(
        List.of(event("e1", "ann", EventType.PLAY, NOON), event("e2", "bob", EventType.PLAY, NOON)),
        NOON);
    IOException failure = new IOException("enough");
    for (int i = 0; i < 10; i++) {
      List<String> taken = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  log.read(
                      (user, events) -> {
                        taken.add(user);
                        throw failure;
                      }))
          .isSameAs(failure);
      assertThatThrownBy(
              () ->
                  log.read(
                      (user, events) -> {
                        throw new IllegalStateException("a fault");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("a fault");
      assertThat(taken).containsExactly("ann");
    }
    assertThat(log.count()).isEqualTo(2);
  }

  @Test
  void whoReadsKeepsNobodyFromWriting() throws Exception {
    log.add(
        List.of(event("e1", "ann", EventType.PLAY, NOON), event("e2", "bob", EventType.PLAY, NOON)),
        NOON);
    List<String> taken = new ArrayList<>();
    log.read(
        (user, events) -> {
          taken.add(user);
          log.put(List.of(event("more of " + user, "zoe", EventType.PLAY, NOON)));
        });
    assertThat(taken).containsExactly("ann", "bob"); // as it was when the reading began
    assertThat(log.of("zoe")).hasSize(2);
  }

  /** Every event once, though four writers send each of them. */
  @Test
  void writersDoNotStandInEachOthersWay() throws Exception {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      events.add(event("e%03d".formatted(i), "ann", EventType.PLAY, NOON));
    }
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        tasks.add(
            () -> {
              int accepted = 0;
              for (int from = 0; from < 400; from += 20) {
                accepted += log.add(events.subList(from, from + 20), NOON).accepted();
              }
              return accepted;
            });
      }
      int accepted = 0;
      for (Future<Integer> each : writers.invokeAll(tasks)) {
        accepted += each.get();
      }
      assertThat(accepted).isEqualTo(400);
    }
    assertThat(log.of("ann")).isEqualTo(events);
  }
}
