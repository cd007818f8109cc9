package dev.segue.listening.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * {@link Affinities#of}, added up by the database, from an index that has all it takes: of somebody
 * with many events that takes a tenth of reading them all.
 */
final class AffinityQuery {
  private static final String SUMS =
      """
      select track_id,
        count(*) as events,
        sum(case when type = 'play' and coalesce(played_ms, :heard) >= :heard then plays
          when type in ('play', 'skip') then -1 else 0 end) as plays,
        max(case when type = 'save' then 1 else 0 end) as saved,
        max(at_ms) as last_ms
      from event where user_id = :user and at_ms <= :until group by track_id
      """;

  private static final String OPINIONS =
      """
      select event_id, track_id, type, at_ms from event
      where user_id = :user and at_ms <= :until and type in ('like', 'dislike')
      """;

  private AffinityQuery() {}

  private record Sums(String track, int events, double plays, boolean saved, Instant last) {}

  private record Opinion(String event, String track, EventType type, long at) {
    Opinion later(Opinion other) {
      int order = Long.compare(at, other.at);
      return (order == 0 ? event.compareTo(other.event) : order) > 0 ? this : other;
    }
  }

  /** See {@link EventLog#affinities}. */
  static Affinities run(Handle handle, String userId, Optional<Instant> until) {
    Map<String, Opinion> opinions = new HashMap<>();
    query(handle, OPINIONS, userId, until)
        .map(
            (row, ctx) ->
                new Opinion(
                    row.getString("event_id"),
                    row.getString("track_id"),
                    EventLog.type(row.getString("type")),
                    row.getLong("at_ms")))
        .forEach(each -> opinions.merge(each.track(), each, Opinion::later));
    Map<String, Affinity> affinities = new HashMap<>();
    int events = 0;
    for (Sums sums :
        query(handle, SUMS, userId, until)
            .bind("heard", Event.HEARD_MILLIS)
            .map(
                (row, ctx) ->
                    new Sums(
                        row.getString("track_id"),
                        row.getInt("events"),
                        row.getDouble("plays"),
                        row.getInt("saved") > 0,
                        Instant.ofEpochMilli(row.getLong("last_ms"))))
            .list()) {
      Opinion opinion = opinions.get(sums.track());
      EventType type = opinion == null ? null : opinion.type();
      affinities.put(sums.track(), Affinity.of(sums.plays(), type, sums.saved(), sums.last()));
      events += sums.events();
    }
    return Affinities.of(affinities, events);
  }

  private static Query query(Handle handle, String sql, String userId, Optional<Instant> until) {
    return handle
        .createQuery(sql)
        .bind("user", userId)
        .bind("until", until.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
  }
}
