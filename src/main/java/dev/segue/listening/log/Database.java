package dev.segue.listening.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of the log: SQLite or PostgreSQL, which may be away, and comes back by itself.
 * SQLite writes ahead and syncs each transaction; what it erases it overwrites. Thread-safe.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String SQLITE = "jdbc:sqlite:";

  /** How long a call waits for the database before it is taken to be away. */
  private static final int PATIENCE_MILLIS = 2_000;

  private static final int CONNECTIONS = 4;

  /** Of PostgreSQL: in a database that others use, too, nothing of theirs is touched. */
  private static final String SCHEMA = "segue";

  private static final String AWAY = "The listening database cannot be reached at the moment; ";

  private final Optional<Path> file;
  private final boolean sqlite;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Object preparing = new Object();
  private volatile boolean prepared;
  private long failedNanos = System.nanoTime() - TimeUnit.DAYS.toNanos(1);

  /** Whether the file for writing ahead still has what was erased. */
  private boolean cutOwed;

  private Database(String url, Optional<Path> file) {
    this.file = file;
    sqlite = url.startsWith(SQLITE);
    HikariConfig config = new HikariConfig();
    config.setPoolName("listening");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0); // nothing is opened, nor made, before somebody needs it
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
      config.addDataSourceProperty("logServerErrorDetail", "false"); // would tell what is kept
      config.addDataSourceProperty("connectTimeout", "2");
      config.addDataSourceProperty("socketTimeout", "30"); // a line that is cut is noticed
    }
    pool = new HikariDataSource(config);
    jdbi = Jdbi.create(pool);
  }

  /** See {@link EventLog#at}. */
  static Database at(String place) {
    if (place.startsWith("jdbc:")) {
      return new Database(place, Optional.empty());
    }
    Path file = Path.of(place).toAbsolutePath();
    return new Database(SQLITE + file, Optional.of(file));
  }

  /** Does something, all or none of it. */
  <R, X extends Exception> R within(String otherwise, HandleCallback<R, X> work)
      throws X, EventLogException {
    return reached(otherwise, () -> jdbi.inTransaction(work));
  }

  /** Reads something, without keeping anybody from writing. */
  <R, X extends Exception> R read(String otherwise, HandleCallback<R, X> work)
      throws X, EventLogException {
    return reached(otherwise, () -> jdbi.withHandle(work));
  }

  /** Reads much, row by row, without keeping anybody from writing. */
  <R, X extends Exception> R stream(String otherwise, HandleCallback<R, X> work)
      throws X, EventLogException {
    // PostgreSQL sends everything at once but in a transaction; one of SQLite's would block.
    return sqlite ? read(otherwise, work) : within(otherwise, work);
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

  /** Something was erased, which is to be gone from the disk, too. */
  synchronized int erased(int events) {
    cutOwed |= sqlite && events > 0;
    cut();
    return events;
  }

  /**
   * Cuts SQLite's file for writing ahead, which still has what was erased, where that could not be
   * done at once because somebody was reading.
   */
  synchronized void cut() {
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

  @Override
  public void close() {
    pool.close();
  }
}
