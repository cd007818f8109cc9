package dev.segue.listening.log;

import java.sql.SQLException;

/**
 * Why a database does not do what it is asked for, in our own words: those of drivers may hold what
 * was to be kept.
 */
enum Fault {
  AWAY("The listening database cannot be reached at the moment"),
  BUSY("The listening database is busy at the moment"),
  SHUT("The listening database does not let Segue in: see user and password in its address"),
  MISSING("There is no listening database of that name on its server"),
  FORBIDDEN("The user of the listening database may not do there what Segue has to"),
  READ_ONLY("The listening database is read-only"),
  UNOPENED("The file of the listening database cannot be opened: see its folder and permissions"),
  NO_SQLITE("The listening database is no database of SQLite"),
  DAMAGED("The listening database is damaged"),
  FULL("The disk of the listening database is full"),
  OTHER_VERSION("The listening database is not as this version of Segue needs it"),
  FAILED("The listening database failed");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** For people; a clause without a full stop. */
  String words() {
    return words;
  }

  /** What a driver says; who waited in vain for a connection has neither state nor code. */
  static Fault of(SQLException failure) {
    return failure.getSQLState() == null
        ? ofSqlite(failure.getErrorCode())
        : ofPostgres(failure.getSQLState());
  }

  /** By the <a href="https://sqlite.org/rescode.html">primary result codes</a>. */
  private static Fault ofSqlite(int code) {
    return switch (code) {
      case 0 -> AWAY;
      case 5, 6 -> BUSY;
      case 8 -> READ_ONLY;
      case 11 -> DAMAGED;
      case 13 -> FULL;
      case 14 -> UNOPENED;
      case 26 -> NO_SQLITE;
      default -> FAILED;
    };
  }

  /** By the <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">states</a>. */
  private static Fault ofPostgres(String state) {
    return switch (state) {
      case "08004" -> SHUT; // so says the driver, where a password is wanted and none is given
      case "25006" -> READ_ONLY;
      case "3D000" -> MISSING;
      case "42501" -> FORBIDDEN;
      case "53100" -> FULL;
      case "55P03", "57014" -> BUSY;
      default ->
          switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" -> AWAY;
            case "28" -> SHUT;
            case "40", "53" -> BUSY;
            case "XX" -> DAMAGED;
            default -> FAILED;
          };
    };
  }
}
