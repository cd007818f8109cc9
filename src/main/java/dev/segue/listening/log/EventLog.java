package dev.segue.listening.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of events. What {@link #add} has returned from is on disk: SQLite writes ahead and syncs
 * each transaction, PostgreSQL does as it is set up.
 */
public final class EventLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
  private static final String SQLITE = "jdbc:sqlite:";

  /** How long a call waits for the database before it is taken to be away. */
  private static final int PATIENCE_MILLIS = 2_000;

  private static final int CONNECTIONS = 4;

  /** Of PostgreSQL: in a database that others use, too, nothing of theirs is touched. */
  private static final String SCHEMA = "segue";

  private static final String AWAY = "The listening database cannot be reached at the moment; ";

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final RowMapper<Event> EVENT =
      (row, ctx) -> {
        long played = row.getLong("played_ms");
        Optional<Long> playedMillis = row.wasNull() ? Optional.empty() : Optional.of(played);
        return new Event(
            row.getString("event_id"),
            row.getString("user_id"),
            row.getString("track_id"),
            EventType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
            Optional.of(Instant.ofEpochMilli(row.getLong("at_ms"))),
            playedMillis,
            row.getInt("plays"),
            JsonMapper.shared().readValue(row.getString("context"), TEXTS));
      };

  private final Optional<Path> file;
  private final boolean sqlite;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Object preparing = new Object();
  private volatile boolean prepared;
  private long failedNanos = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

  /** Whether the file for writing ahead still has what was erased. */
  private volatile boolean cutOwed;

  private EventLog(String url, Optional<Path> file) {
    this.file = file;
    sqlite = url.startsWith(SQLITE);
    HikariConfig config = new HikariConfig();
    config.setPoolName("listening");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setInitializationFailTimeout(-1); // a database that is away may come
    if (sqlite) {
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("busy_timeout", Integer.toString(PATIENCE_MILLIS));
      config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
      config.setConnectionInitSql("pragma secure_delete = on"); // who is deleted is gone
    } else {
      config.setSchema(SCHEMA);
      config.addDataSourceProperty("connectTimeout", "2");
      config.addDataSourceProperty("socketTimeout", "30"); // a line that is cut is noticed
    }
    pool = new HikariDataSource(config);
    jdbi = Jdbi.create(pool);
  }

  /**
   * Opens a log, without looking whether its database is there.
   *
   * @param place a {@code jdbc:} URL of PostgreSQL or SQLite, or a file for SQLite, which is made
   *     when it is missing
   */
  public static EventLog at(String place) {
    if (place.startsWith("jdbc:")) {
      return new EventLog(place, Optional.empty());
    }
    Path file = Path.of(place).toAbsolutePath();
    return new EventLog(SQLITE + file, Optional.of(file));
  }

  /**
   * Keeps events, all or none.
   *
   * @param now the time of those whose time nobody said
   * @throws EventConflictException when one has the id of another that differs; then none is kept
   * @throws EventLogException when the database cannot be written at the moment; then none is kept
   */
  public Receipt add(List<Event> events, Instant now)
      throws EventConflictException, EventLogException {
    return events.isEmpty()
        ? new Receipt(0, 0)
        : within("nothing was kept", handle -> add(handle, events, now));
  }

  private static Receipt add(Handle handle, List<Event> events, Instant now)
      throws EventConflictException {
    // In one order, or else two who send the same events could wait for each other.
    List<Event> ordered = events.stream().sorted(Comparator.comparing(Event::eventId)).toList();
    int[] inserted =
        insert(handle, ordered.stream().map(event -> event.keptAt(now)).toList(), "do nothing");
    int accepted = 0;
    List<String> conflicts = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      accepted += inserted[i];
      Event event = ordered.get(i);
      if (inserted[i] == 0 && !kept(handle, event.eventId()).filter(event::repeats).isPresent()) {
        conflicts.add(event.eventId());
      }
    }
    if (!conflicts.isEmpty()) {
      throw new EventConflictException(conflicts);
    }
    return new Receipt(accepted, events.size() - accepted);
  }

  private static int[] insert(Handle handle, List<Event> events, String onConflict) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into event (event_id, user_id, track_id, type, at_ms, played_ms, plays,"
                + " context) values (:event, :user, :track, :type, :at, :played, :plays, :context)"
                + " on conflict (event_id) "
                + onConflict);
    for (Event event : events) {
      batch
          .bind("event", event.eventId())
          .bind("user", event.userId())
          .bind("track", event.trackId())
          .bind("type", event.type().word())
          .bind("at", event.at().orElseThrow().toEpochMilli())
          .bind("played", event.playedMillis().orElse(null))
          .bind("plays", event.plays())
          .bind("context", JsonMapper.shared().writeValueAsString(new TreeMap<>(event.context())))
          .add();
    }
    return batch.execute();
  }

  /**
   * Keeps events whose time is known, in the place of those with the same ids.
   *
   * @throws EventLogException when the database cannot be written at the moment; then none is kept
   */
  public void put(List<Event> events) throws EventLogException {
    if (!events.isEmpty()) {
      within(
          "nothing was kept",
          handle ->
              insert(
                  handle,
                  events,
                  "do update set user_id = excluded.user_id, track_id = excluded.track_id,"
                      + " type = excluded.type, at_ms = excluded.at_ms,"
                      + " played_ms = excluded.played_ms, plays = excluded.plays,"
                      + " context = excluded.context"));
    }
  }

  private static Optional<Event> kept(Handle handle, String eventId) {
    return handle
        .createQuery("select * from event where event_id = :event")
        .bind("event", eventId)
        .map(EVENT)
        .findOne();
  }

  /**
   * All events of a user, oldest first.
   *
   * @throws EventLogException when the database cannot be read at the moment
   */
  public List<Event> of(String userId) throws EventLogException {
    List<Event> events =
        reached(
            "nothing was read",
            () ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery("select * from event where user_id = :user")
                            .bind("user", userId)
                            .map(EVENT)
                            .list()));
    // Here, since databases order texts each in its way.
    events.sort(
        Comparator.<Event, Instant>comparing(event -> event.at().orElseThrow())
            .thenComparing(Event::eventId));
    return events;
  }

  /**
   * Forgets a user.
   *
   * @return how many events were kept of them
   * @throws EventLogException when the database cannot be written at the moment
   */
  public int delete(String userId) throws EventLogException {
    return erased(
        within(
            "nothing was erased",
            handle -> handle.execute("delete from event where user_id = ?", userId)));
  }

  /**
   * Forgets what is older than some moment.
   *
   * @return how many events that were
   * @throws EventLogException when the database cannot be written at the moment
   */
  public int deleteBefore(Instant moment) throws EventLogException {
    return erased(
        within(
            "nothing was erased",
            handle -> handle.execute("delete from event where at_ms < ?", moment.toEpochMilli())));
  }

  private int erased(int events) {
    cutOwed |= sqlite && events > 0;
    cut();
    return events;
  }

  /**
   * Cuts SQLite's file for writing ahead, which still has what was erased, where that could not be
   * done at once because somebody was reading.
   */
  public void cut() {
    if (!cutOwed) {
      return;
    }
    try {
      int busy =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery("pragma wal_checkpoint(truncate)")
                      .map((row, ctx) -> row.getInt(1))
                      .one());
      cutOwed = busy != 0;
    } catch (JdbiException e) {
      told(e, "what was written ahead is not cut yet");
    }
  }

  /** Does something, all or none of it. */
  private <R, X extends Exception> R within(String otherwise, HandleCallback<R, X> work)
      throws X, EventLogException {
    return reached(otherwise, () -> jdbi.inTransaction(work));
  }

  private interface Work<R, X extends Exception> {
    R run() throws X;
  }

  /**
   * Does something where the database can be reached.
   *
   * @param otherwise what is said else
   */
  private <R, X extends Exception> R reached(String otherwise, Work<R, X> work)
      throws X, EventLogException {
    try {
      prepare(otherwise);
      return work.run();
    } catch (JdbiException | FlywayException e) {
      throw new EventLogException(told(e, otherwise));
    }
  }

  /**
   * Brings the schema up to date, by the first call that reaches the database. While one call tries
   * in vain, and for a moment afterwards, others do not wait for the same.
   */
  private void prepare(String otherwise) throws EventLogException {
    if (prepared) {
      return;
    }
    synchronized (preparing) {
      if (prepared) {
        return;
      }
      if (System.nanoTime() - failedNanos < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
        throw new EventLogException(AWAY + otherwise + ".");
      }
      try {
        if (file.isPresent()) {
          makeFolder(file.get().getParent());
        }
        FluentConfiguration flyway =
            Flyway.configure().dataSource(pool).locations("classpath:listening");
        (sqlite ? flyway : flyway.defaultSchema(SCHEMA)).load().migrate();
        prepared = true;
      } finally {
        failedNanos = prepared ? failedNanos : System.nanoTime();
      }
    }
  }

  private static void makeFolder(Path folder) throws EventLogException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be made: {}", folder, e.toString());
      throw new EventLogException("There is no folder for the listening database.");
    }
  }

  /** Logs a failure and words it; neither has what was to be kept, as drivers' messages may. */
  private static String told(Exception failure, String otherwise) {
    SQLException deepest = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      deepest = cause instanceof SQLException sql ? sql : deepest;
    }
    if (deepest != null) {
      LOG.warn(
          "The listening database failed: SQL state {}, code {}",
          deepest.getSQLState(),
          deepest.getErrorCode());
      String message = String.valueOf(deepest.getMessage());
      if (message.contains("SQLITE_FULL")) {
        return "The disk of the listening database is full; " + otherwise + ".";
      }
      return message.contains("SQLITE_NOTADB")
          ? "The listening database is no database of SQLite; " + otherwise + "."
          : AWAY + otherwise + ".";
    }
    // Of the schema, before anything is written; so there is nobody's name in it.
    LOG.warn("The listening database cannot be used: {}", failure.getMessage());
    return "The listening database is not as this version of Segue needs it; " + otherwise + ".";
  }

  @Override
  public void close() {
    pool.close();
  }
}
