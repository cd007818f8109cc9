/**
 * The log of what people did with tracks: {@link dev.segue.listening.log.Event}s, kept in a
 * database outside the disposable index. {@link dev.segue.listening.log.EventLog} is all that can
 * be done with it; this is the only room that knows SQL. SQLite by default, PostgreSQL where its
 * address is given; one schema for both.
 *
 * <p>Thread-safe. Names of users stand in no message that might be logged, and in no exception's
 * cause. A database that is away is an {@link dev.segue.listening.log.EventLogException}; for a
 * moment others are told so at once, and then the next call tries again.
 */
package dev.segue.listening.log;
