package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEventLogIT extends EventLogContract {
  private EmbeddedPostgres postgres;
  private int databases;

  @BeforeAll
  void start() throws Exception {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  void stop() throws Exception {
    postgres.close();
  }

  @Override
  String emptyDatabase() throws Exception {
    databases++;
    String name = "listening" + databases;
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  /** Away when it was opened, back later: nobody has to open it again. */
  @Test
  void aDatabaseThatWasAwayComesBack() throws Exception {
    Event event =
        new Event(
            "e", "ann", "t", EventType.PLAY, Optional.of(NOON), Optional.empty(), 1, Map.of());
    String later = postgres.getJdbcUrl("postgres", "comes_later");
    try (EventLog log = EventLog.at(later)) {
      assertThatThrownBy(() -> log.add(List.of(event), NOON))
          .isInstanceOf(EventLogException.class)
          .hasMessage("The listening database cannot be reached at the moment; nothing was kept.")
          .hasNoCause();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database comes_later");
      }
      Thread.sleep(2_100); // a failure is remembered for as long as a call is patient
      assertThat(log.add(List.of(event), NOON)).isEqualTo(new Receipt(1, 0));
    }
  }

  @Test
  void otherTablesAreLeftAlone() throws Exception {
    String url = emptyDatabase();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table event (theirs text)");
    }
    Event event =
        new Event(
            "e", "ann", "t", EventType.PLAY, Optional.of(NOON), Optional.empty(), 1, Map.of());
    try (EventLog log = EventLog.at(url)) {
      assertThat(log.add(List.of(event), NOON)).isEqualTo(new Receipt(1, 0));
      assertThat(log.of("ann")).containsExactly(event);
    }
  }
}
