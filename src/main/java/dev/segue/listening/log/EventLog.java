package dev.segue.listening.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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
            Instant.ofEpochMilli(row.getLong("at_ms")),
            playedMillis,
            row.getInt("plays"),
            JsonMapper.shared().readValue(row.getString("context"), TEXTS));
      };

  private final Optional<Path> file;
  private final boolean sqlite;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private boolean prepared;

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
   * @throws EventConflictException when one has the id of another that differs; then none is kept
   * @throws EventLogException when the database cannot be written at the moment; then none is kept
   */
  public Receipt add(List<Event> events) throws EventConflictException, EventLogException {
    return events.isEmpty() ? new Receipt(0, 0) : within(handle -> add(handle, events));
  }

  private static Receipt add(Handle handle, List<Event> events) throws EventConflictException {
    int[] inserted = insert(handle, events, "do nothing");
    int accepted = 0;
    List<String> conflicts = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      accepted += inserted[i];
      if (inserted[i] == 0 && !kept(handle, events.get(i).eventId()).equals(events.get(i))) {
        conflicts.add(events.get(i).eventId());
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
          .bind("at", event.at().toEpochMilli())
          .bind("played", event.playedMillis().orElse(null))
          .bind("plays", event.plays())
          .bind("context", JsonMapper.shared().writeValueAsString(new TreeMap<>(event.context())))
          .add();
    }
    return batch.execute();
  }

  /**
   * Keeps events, in the place of those with the same ids.
   *
   * @throws EventLogException when the database cannot be written at the moment; then none is kept
   */
  public void put(List<Event> events) throws EventLogException {
    if (!events.isEmpty()) {
      within(
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

  private static Event kept(Handle handle, String eventId) {
    return handle
        .createQuery("select * from event where event_id = :event")
        .bind("event", eventId)
        .map(EVENT)
        .one();
  }

  /**
   * All events of a user, oldest first.
   *
   * @throws EventLogException when the database cannot be read at the moment
   */
  public List<Event> of(String userId) throws EventLogException {
    return within(
        handle ->
            handle
                .createQuery("select * from event where user_id = :user order by at_ms, event_id")
                .bind("user", userId)
                .map(EVENT)
                .list());
  }

  /**
   * Forgets a user.
   *
   * @return how many events were kept of them
   * @throws EventLogException when the database cannot be written at the moment
   */
  public int delete(String userId) throws EventLogException {
    return erased(within(handle -> handle.execute("delete from event where user_id = ?", userId)));
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
            handle -> handle.execute("delete from event where at_ms < ?", moment.toEpochMilli())));
  }

  /** SQLite's file for writing ahead still has what was deleted, until it is cut. */
  private int erased(int events) {
    if (sqlite && events > 0) {
      try {
        jdbi.useHandle(handle -> handle.execute("pragma wal_checkpoint(truncate)"));
      } catch (JdbiException e) {
        told("cutting what was written ahead", e); // the next checkpoint does it
      }
    }
    return events;
  }

  private <R, X extends Exception> R within(HandleCallback<R, X> work) throws X, EventLogException {
    try {
      prepare();
      return jdbi.inTransaction(work);
    } catch (JdbiException | FlywayException e) {
      throw new EventLogException(told("the listening database", e));
    }
  }

  /** Brings the schema up to date, by the first call that reaches the database. */
  private synchronized void prepare() throws EventLogException {
    if (!prepared) {
      if (file.isPresent()) {
        makeFolder(file.get().getParent());
      }
      Flyway.configure().dataSource(pool).locations("classpath:listening").load().migrate();
      prepared = true;
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
  private static String told(String what, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        LOG.warn("{} failed: SQL state {}, code {}", what, sql.getSQLState(), sql.getErrorCode());
        return String.valueOf(sql.getMessage()).contains("SQLITE_FULL")
            ? "The disk of the listening database is full; nothing was kept."
            : "The listening database cannot be reached at the moment; nothing was kept.";
      }
    }
    LOG.warn("{} failed: {}", what, failure.getClass().getName());
    return "The listening database is not as this version of Segue needs it; nothing was kept.";
  }

  @Override
  public void close() {
    pool.close();
  }
}
