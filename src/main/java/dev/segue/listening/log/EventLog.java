package dev.segue.listening.log;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of events. What {@link #add} has returned from is on disk: SQLite writes ahead and syncs
 * each transaction, PostgreSQL does as it is set up.
 */
public final class EventLog implements AutoCloseable {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final RowMapper<Event> EVENT =
      (row, ctx) -> {
        long played = row.getLong("played_ms");
        Optional<Long> playedMillis = row.wasNull() ? Optional.empty() : Optional.of(played);
        return new Event(
            row.getString("event_id"),
            row.getString("user_id"),
            row.getString("track_id"),
            EventType.of(row.getString("type")),
            Optional.of(Instant.ofEpochMilli(row.getLong("at_ms"))),
            playedMillis,
            row.getInt("plays"),
            context(row.getString("context")));
      };

  private static Map<String, String> context(String json) {
    return json.equals("{}") ? Map.of() : JsonMapper.shared().readValue(json, TEXTS);
  }

  /** Not left to databases, which order texts each in its way. */
  private static final Comparator<Event> OLDEST_FIRST =
      Comparator.<Event, Instant>comparing(event -> event.at().orElseThrow())
          .thenComparing(Event::eventId);

  private static final int FETCHED = 10_000;

  private final Database database;

  private EventLog(Database database) {
    this.database = database;
  }

  /**
   * Opens a log, without looking whether its database is there.
   *
   * @param place a {@code jdbc:} URL of PostgreSQL or SQLite, or a file for SQLite, which is made
   *     when it is missing
   * @throws dev.segue.query.RequestException when it is in no database that Segue knows
   */
  public static EventLog at(String place) {
    return new EventLog(Database.at(place));
  }

  /**
   * Opens a log to read it: where it is a file, that is not made.
   *
   * @throws dev.segue.query.RequestException naming the file that is not there, or when it is in no
   *     database that Segue knows
   */
  public static EventLog existing(String place) {
    return new EventLog(Database.existing(place));
  }

  /**
   * Brings the database up to date, or makes it, which else the first call does.
   *
   * @throws EventLogException saying why it cannot be used, which is logged, too
   */
  public void prepare() throws EventLogException {
    database.read("nothing was kept", handle -> Optional.empty());
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
        : database.within("nothing was kept", handle -> add(handle, events, now));
  }

  private static Receipt add(Handle handle, List<Event> events, Instant now)
      throws EventConflictException {
    // In one order, or else two who send the same events could wait for each other.
    List<Event> ordered = events.stream().sorted(Comparator.comparing(Event::eventId)).toList();
    int[] inserted =
        insert(handle, ordered.stream().map(event -> event.keptAt(now)).toList(), "do nothing");
    Set<String> accepted = new HashSet<>();
    List<String> ofKept = new ArrayList<>();
    List<String> ofEachOther = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      Event event = ordered.get(i);
      if (inserted[i] > 0) {
        accepted.add(event.eventId());
      } else if (!kept(handle, event.eventId()).filter(event::repeats).isPresent()) {
        (accepted.contains(event.eventId()) ? ofEachOther : ofKept).add(event.eventId());
      }
    }
    if (!ofKept.isEmpty() || !ofEachOther.isEmpty()) {
      throw new EventConflictException(ofKept, ofEachOther);
    }
    return new Receipt(accepted.size(), events.size() - accepted.size());
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
      database.muchWithin(
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
        database.read(
            "nothing was read",
            handle ->
                handle
                    .createQuery("select * from event where user_id = :user")
                    .bind("user", userId)
                    .map(EVENT)
                    .list());
    events.sort(OLDEST_FIRST);
    return events;
  }

  /**
   * How much a user likes what they did something with.
   *
   * @param until nothing later counts; empty for all that is known by now
   * @throws EventLogException when the database cannot be read at the moment
   */
  public Affinities affinities(String userId, Optional<Instant> until) throws EventLogException {
    return database.read("nothing was read", handle -> AffinityQuery.run(handle, userId, until));
  }

  /** Takes what is known of a user. */
  public interface Reader {
    /**
     * Takes all events of a user.
     *
     * @param events the oldest first
     */
    void take(String userId, List<Event> events) throws IOException;
  }

  /**
   * Reads the events of all users, user by user.
   *
   * @throws EventLogException when the database cannot be read at the moment
   * @throws IOException when the reader does
   */
  public void read(Reader reader) throws EventLogException, IOException {
    database.<Void, IOException>stream(
        "nothing was read",
        handle -> {
          try (ResultIterator<Event> events =
              handle
                  .createQuery("select * from event order by user_id")
                  .setFetchSize(FETCHED)
                  .map(EVENT)
                  .iterator()) {
            read(events, reader);
          }
          return null;
        });
  }

  private static void read(Iterator<Event> events, Reader reader) throws IOException {
    List<Event> ofUser = new ArrayList<>();
    while (events.hasNext()) {
      Event event = events.next();
      if (!ofUser.isEmpty() && !ofUser.getLast().userId().equals(event.userId())) {
        give(ofUser, reader);
        ofUser.clear();
      }
      ofUser.add(event);
    }
    if (!ofUser.isEmpty()) {
      give(ofUser, reader);
    }
  }

  private static void give(List<Event> ofUser, Reader reader) throws IOException {
    ofUser.sort(OLDEST_FIRST);
    reader.take(ofUser.getLast().userId(), List.copyOf(ofUser));
  }

  /** How many events it holds. */
  public long count() throws EventLogException {
    return database.stream(
        "nothing was read",
        handle -> handle.createQuery("select count(*) from event").mapTo(Long.class).one());
  }

  /**
   * Forgets a user, on the disk, too.
   *
   * @return how many events were kept of them
   * @throws EventLogException when the database cannot be written at the moment
   */
  public int delete(String userId) throws EventLogException {
    int erased =
        database.erased(
            database.within(
                "nothing was erased",
                handle -> handle.execute("delete from event where user_id = ?", userId)));
    cut();
    return erased;
  }

  /**
   * Forgets one event, as if nobody had told of it; the next {@link #cut} takes it from the disk.
   *
   * @return how many that were: none where the user has no such event
   * @throws EventLogException when the database cannot be written at the moment
   */
  public int delete(String userId, String eventId) throws EventLogException {
    return database.erased(
        database.within(
            "nothing was erased",
            handle ->
                handle.execute(
                    "delete from event where user_id = ? and event_id = ?", userId, eventId)));
  }

  /**
   * Forgets what is older than some moment, on the disk, too.
   *
   * @return how many events that was
   * @throws EventLogException when the database cannot be written at the moment
   */
  public int deleteBefore(Instant moment) throws EventLogException {
    int erased =
        database.erased(
            database.muchWithin(
                "nothing was erased",
                handle ->
                    handle.execute("delete from event where at_ms < ?", moment.toEpochMilli())));
    cut();
    return erased;
  }

  /**
   * Cuts what was erased from the disk, too, where that was not done at once. It may hold writers
   * up for a moment; where somebody reads for longer, a later call does it.
   */
  public void cut() {
    database.cut();
  }

  @Override
  public void close() {
    database.close();
  }
}
