package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** How a log adds up what somebody likes, whatever database keeps it. */
interface AffinitiesContract {
  /** Where an empty database is; each call another. */
  String emptyDatabase() throws Exception;

  /** What was kept before there was an index for what is added up. */
  @Test
  default void anOldDatabaseIsBroughtUpToDate() throws Exception {
    String place = emptyDatabase();
    boolean isFile = !place.startsWith("jdbc:");
    String url = isFile ? "jdbc:sqlite:" + place : place;
    FluentConfiguration old =
        Flyway.configure().dataSource(url, null, null).locations("classpath:listening").target("1");
    (isFile ? old : old.defaultSchema("segue")).load().migrate();
    String table = isFile ? "event" : "segue.event";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into " + table + " values ('e1', 'ann', 't1', 'play', 5, null, 2, '{}')");
      statement.execute(
          "insert into " + table + " values ('e2', 'ann', 't1', 'like', 7, null, 1, '{}')");
    }
    try (EventLog log = EventLog.at(place)) {
      Affinities known = log.affinities("ann", Optional.empty());
      assertThat(known.eventCount()).isEqualTo(2);
      assertThat(known.ofTracks())
          .isEqualTo(Map.of("t1", new Affinity(7, false, Instant.ofEpochMilli(7))));
    }
  }

  /** As added up of all events, one after the other. */
  @Test
  default void affinitiesAreAddedUp() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<EventType> types = List.of(EventType.values());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Optional<Long> played =
          random.nextBoolean()
              ? Optional.empty()
              : Optional.of(Event.HEARD_MILLIS - 1 + random.nextInt(2));
      events.add(
          new Event(
              "e" + random.nextInt(1_000_000) + "-" + i,
              i % 20 == 0 ? "bob" : "ann",
              "t" + random.nextInt(40),
              types.get(random.nextInt(types.size())),
              Optional.of(
                  EventLogContract.NOON.plusMillis(random.nextInt(100))), // many at one moment
              played,
              1 + random.nextInt(3),
              Map.of()));
    }
    try (EventLog log = EventLog.at(emptyDatabase())) {
      log.put(events);
      for (int millis : new int[] {-1, 0, 50, 99}) {
        Instant until = EventLogContract.NOON.plusMillis(millis);
        Affinities added = log.affinities("ann", Optional.of(until));
        Affinities expected =
            Affinities.of(
                log.of("ann").stream()
                    .filter(event -> !event.at().orElseThrow().isAfter(until))
                    .toList());
        assertThat(added).as("seed %d", seed).isEqualTo(expected);
        assertThat(added.ofTracks().sequencedKeySet().toArray())
            .as("seed %d", seed)
            .isEqualTo(expected.ofTracks().sequencedKeySet().toArray());
      }
      assertThat(log.affinities("ann", Optional.empty()))
          .as("seed %d", seed)
          .isEqualTo(Affinities.of(log.of("ann")));
      assertThat(log.affinities("nobody", Optional.empty())).isEqualTo(Affinities.NONE);
    }
  }
}
