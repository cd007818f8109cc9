package dev.segue.listening.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of the log: SQLite or PostgreSQL, which may be away, and comes back by itself.
 * SQLite writes ahead and syncs each transaction; what it erases it overwrites. Those who write to
 * SQLite stand in one line, and so do all who want a connection. Thread-safe.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String SQLITE = "jdbc:sqlite:";

  /** How long a call waits for its turn, for a connection, or for SQLite's lock. */
  private static final int PATIENCE_MILLIS = 2_000;

  /** How long PostgreSQL may be silent before it is taken to hang. */
  private static final int SILENCE_SECONDS = 5;

  /** How long it may be where there is much to do. */
  private static final int LONG_SILENCE_SECONDS = 600;

  private static final int CONNECTIONS = 4;

  /** Of PostgreSQL: in a database that others use, too, nothing of theirs is touched. */
  private static final String SCHEMA = "segue";

  private final String url;
  private final Optional<Path> file;
  private final boolean sqlite;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Line writers = new Line(PATIENCE_MILLIS);

  /** One at a time until the schema is up to date, and then as many as there are connections. */
  private final Line callers = new Line(PATIENCE_MILLIS);

  private final Outage outage = new Outage(PATIENCE_MILLIS);

  /** Changed by a caller while there is no other. */
  private boolean prepared;

  /** Whether the file for writing ahead still has what was erased. */
  private volatile boolean cutOwed;

  private final ReentrantLock cutting = new ReentrantLock();

  private Database(String url, Optional<Path> file) {
    this.url = url;
    this.file = file;
    sqlite = url.startsWith(SQLITE);
    pool = pool(url, SILENCE_SECONDS);
    jdbi = Jdbi.create(pool);
  }

  private static HikariDataSource pool(String url, int silenceSeconds) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("listening");
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0); // nothing is opened, nor made, before somebody needs it
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setValidationTimeout(PATIENCE_MILLIS / 2);
    config.setInitializationFailTimeout(-1); // a database that is away may come
    if (url.startsWith(SQLITE)) {
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("busy_timeout", Integer.toString(PATIENCE_MILLIS));
      config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
      config.setConnectionInitSql("pragma secure_delete = on"); // who is deleted is gone
    } else {
      config.setSchema(SCHEMA);
      config.addDataSourceProperty("logServerErrorDetail", "false"); // would tell what is kept
      config.addDataSourceProperty("connectTimeout", "2");
      config.addDataSourceProperty("socketTimeout", Integer.toString(silenceSeconds));
    }
    return new HikariDataSource(config);
  }

  /**
   * See {@link EventLog#at}.
   *
   * @throws RequestException when it is an address of no database that there is a driver for
   */
  static Database at(String place) {
    if (isAddress(place)) {
      try {
        DriverManager.getDriver(place);
      } catch (SQLException e) {
        // Without the address, in which there may be a password.
        throw RequestException.invalid(
            "listening",
            "listening names a database that Segue does not know; it knows"
                + " jdbc:postgresql://HOST/DATABASE, jdbc:sqlite:FILE and files.");
      }
      return new Database(place, Optional.empty());
    }
    Path file = Path.of(place).toAbsolutePath();
    return new Database(SQLITE + file, Optional.of(file));
  }

  /**
   * See {@link EventLog#existing}.
   *
   * @throws RequestException also when a file is not there
   */
  static Database existing(String place) {
    if (!isAddress(place) && !Files.exists(Path.of(place))) {
      throw RequestException.invalid(
          "listening",
          "listening is '%s', where no file is; 'segue listen import' or a server makes one."
              .formatted(place));
    }
    return at(place);
  }

  private static boolean isAddress(String place) {
    return place.startsWith("jdbc:") || place.contains("://");
  }

  /** Does something, all or none of it. */
  <R, X extends Exception> R within(String otherwise, HandleCallback<R, X> work)
      throws X, EventLogException {
    return written(otherwise, () -> jdbi.inTransaction(work));
  }

  /** Does much, all or none of it. */
  <R, X extends Exception> R muchWithin(String otherwise, HandleCallback<R, X> work)
      throws X, EventLogException {
    return within(otherwise, patiently(work));
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
    return sqlite ? read(otherwise, work) : muchWithin(otherwise, work);
  }

  /** The pool takes this back when the connection returns. */
  private <R, X extends Exception> HandleCallback<R, X> patiently(HandleCallback<R, X> work) {
    return sqlite
        ? work
        : handle -> {
          try {
            handle.getConnection().setNetworkTimeout(Runnable::run, LONG_SILENCE_SECONDS * 1_000);
          } catch (SQLException e) {
            throw new ConnectionException(e);
          }
          return work.withHandle(handle);
        };
  }

  private interface Work<R, X extends Exception> {
    R run() throws X;
  }

  /** Writes; to SQLite one after the other, or they would fight for its lock. */
  private <R, X extends Exception> R written(String otherwise, Work<R, X> work)
      throws X, EventLogException {
    if (!sqlite) {
      return reached(otherwise, work);
    }
    if (!writers.enter()) {
      throw new EventLogException(Fault.BUSY, otherwise);
    }
    try {
      return reached(otherwise, work);
    } finally {
      writers.leave();
    }
  }

  /**
   * Does something where the database can be reached.
   *
   * @param otherwise what is said else
   */
  private <R, X extends Exception> R reached(String otherwise, Work<R, X> work)
      throws X, EventLogException {
    if (!callers.enter()) {
      throw new EventLogException(Fault.BUSY, otherwise);
    }
    try {
      Optional<Fault> refusal = outage.refusal();
      if (refusal.isPresent()) {
        throw new EventLogException(refusal.get(), otherwise);
      }
      prepare();
      R result = work.run();
      outage.end();
      return result;
    } catch (JdbiException | FlywayException e) {
      throw new EventLogException(fault(e), otherwise);
    } finally {
      callers.leave();
    }
  }

  /** Brings the schema up to date, by the first call that reaches the database. */
  private void prepare() {
    if (prepared) {
      return;
    }
    file.ifPresent(each -> makeFolder(each.getParent()));
    FluentConfiguration flyway = Flyway.configure().locations("classpath:listening");
    if (sqlite) {
      flyway.dataSource(pool).load().migrate();
    } else {
      try (HikariDataSource patient = pool(url, LONG_SILENCE_SECONDS)) {
        flyway.dataSource(patient).defaultSchema(SCHEMA).load().migrate();
      }
    }
    prepared = true;
    callers.widen(CONNECTIONS - 1);
  }

  /** Without a folder the file cannot be opened, which is told then. */
  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be made: {}", folder, e.toString());
    }
  }

  /** Logs a failure, and has the database left alone for a while where it was not reached. */
  private Fault fault(Exception failure) {
    SQLException deepest = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      deepest = cause instanceof SQLException sql ? sql : deepest;
    }
    Fault fault = deepest == null ? Fault.OTHER_VERSION : Fault.of(deepest);
    if (deepest == null) {
      // Of the schema, before anything is written; so there is nobody's name in it.
      LOG.warn("{} ({}): {}", fault.words(), address(), failure.getMessage());
    } else {
      LOG.warn(
          "{} ({}; SQL state {}, code {})",
          fault.words(),
          address(),
          deepest.getSQLState(),
          deepest.getErrorCode());
    }
    boolean connecting =
        failure instanceof ConnectionException || failure instanceof FlywayException;
    if (fault == Fault.AWAY || (connecting && fault != Fault.BUSY)) {
      outage.begin(fault);
    }
    return fault;
  }

  /** Where it is, without user and password. */
  private String address() {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
  }

  /** Something was erased, which is to be {@link #cut} from the disk, too. */
  int erased(int events) {
    if (sqlite && events > 0) {
      cutOwed = true;
    }
    return events;
  }

  /**
   * Cuts SQLite's file for writing ahead, which still has what was erased. Where that cannot be
   * done because somebody is reading, it stays owed; where somebody else is at it, they do it.
   */
  void cut() {
    while (cutOwed && cutting.tryLock()) {
      try {
        cutOwed = false; // what is erased from now on may come too late for this time
        if (!isCut()) {
          cutOwed = true;
          return;
        }
      } finally {
        cutting.unlock();
      }
    }
  }

  private boolean isCut() {
    try {
      return written(
          "what was erased is not cut yet",
          () ->
              jdbi.withHandle(
                  handle ->
                      handle
                          .createQuery("pragma wal_checkpoint(truncate)")
                          .map((row, ctx) -> row.getInt("busy") == 0)
                          .one()));
    } catch (EventLogException e) {
      LOG.debug(e.getMessage());
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
