package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresEventLogIT extends EventLogContract implements AffinitiesContract {
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
  public String emptyDatabase() throws Exception {
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
          .hasMessage(
              "There is no listening database of that name on its server; nothing was kept.")
          .hasNoCause();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database comes_later");
      }
      Thread.sleep(2_100); // a failure is remembered for as long as a call is patient
      assertThat(log.add(List.of(event), NOON)).isEqualTo(new Receipt(1, 0));
    }
  }

  /** Not even by the pool, where somebody who embeds Segue lets it tell all. */
  @Test
  void usersAreNotLoggedWhenConnectionsEnd() throws Exception {
    String url = emptyDatabase() + "&password=geheim";
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Logger pool = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari");
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    pool.setLevel(Level.WARN);
    try (EventLog log = EventLog.at(url);
        Connection writer = DriverManager.getConnection(url);
        Connection administrator = DriverManager.getConnection(url);
        ExecutorService sender = Executors.newSingleThreadExecutor()) {
      log.add(List.of(event("e1")), NOON);
      writer.setAutoCommit(false);
      writer.createStatement().execute("lock table segue.event in exclusive mode");
      Future<Receipt> waiting = sender.submit(() -> log.add(List.of(event("e2")), NOON));
      while (!administrator
          .createStatement()
          .executeQuery(
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where datname = current_database() and wait_event_type = 'Lock'")
          .next()) {
        Thread.sleep(10);
      }
      assertThatThrownBy(waiting::get).cause().isInstanceOf(EventLogException.class).hasNoCause();
    } finally {
      pool.setLevel(Level.OFF);
      root.detachAppender(logged);
    }
    assertThat(logged.list.stream().map(ILoggingEvent::getLoggerName))
        .anyMatch(name -> name.startsWith("com.zaxxer.hikari"))
        .contains("dev.segue.listening.log.Database");
    assertThat(logged.list.stream().map(ILoggingEvent::getFormattedMessage))
        .anyMatch(
            line ->
                line.startsWith("The listening database cannot be reached at the moment (jdbc:"));
    for (ILoggingEvent each : logged.list) {
      assertThat(each.getFormattedMessage()).doesNotContain(USER, "geheim");
      for (IThrowableProxy cause = each.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        assertThat(cause.getMessage()).doesNotContain(USER);
      }
    }
  }

  private static final String USER = "Rumpelstilzchen";

  private static Event event(String eventId) {
    return new Event(
        eventId, USER, "t", EventType.PLAY, Optional.of(NOON), Optional.empty(), 1, Map.of());
  }

  /** Whoever has little to do is told soon, and others at once; who has much to do waits. */
  @Test
  void aDatabaseThatHangsIsAway() throws Exception {
    String url = emptyDatabase();
    String away = "The listening database cannot be reached at the moment; nothing was kept.";
    try (ExecutorService forgetter = Executors.newSingleThreadExecutor();
        EventLog log = EventLog.at(url);
        Connection other = DriverManager.getConnection(url)) {
      log.add(List.of(event("e1")), NOON);
      other.setAutoCommit(false);
      other.createStatement().execute("lock table segue.event in exclusive mode");
      Future<Integer> forgotten = forgetter.submit(() -> log.deleteBefore(NOON.plusSeconds(1)));
      assertThatThrownBy(() -> log.add(List.of(event("e2")), NOON)).hasMessage(away);
      long start = System.nanoTime();
      assertThatThrownBy(() -> log.add(List.of(event("e2")), NOON)).hasMessage(away);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
      Thread.sleep(1_000); // longer than a call that has little to do could wait
      other.rollback();
      assertThat(forgotten.get()).isEqualTo(1);
      Thread.sleep(2_100);
      assertThat(log.add(List.of(event("e2")), NOON)).isEqualTo(new Receipt(1, 0));
    }
  }

  @Test
  void whoMayNotComeInIsToldSo() throws Exception {
    String url = emptyDatabase().replace("user=postgres", "user=nobody");
    try (EventLog log = EventLog.at(url)) {
      assertThatThrownBy(log::prepare)
          .hasMessageStartingWith("The listening database does not let Segue in: see user and");
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
