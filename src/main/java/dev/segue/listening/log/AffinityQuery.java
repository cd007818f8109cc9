package dev.segue.listening.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * {@link Affinities#of}, added up by the database, from indexes that have all it takes: of somebody
 * with many events that takes a tenth of reading them all.
 */
final class AffinityQuery {
  /** Of each track the sums, without an event's id, and its likes and dislikes: at one moment. */
  private static final String SUMS_AND_OPINIONS =
      """
      select track_id, cast(null as varchar(128)) as event_id, cast(null as varchar(8)) as type,
        max(at_ms) as at_ms, count(*) as events,
        sum(case when type = 'play' and coalesce(played_ms, :heard) >= :heard then plays
          when type in ('play', 'skip') then -1 else 0 end) as plays,
        max(case when type = 'save' then 1 else 0 end) as saved
      from event where user_id = :user and at_ms <= :until group by track_id
      union all
      select track_id, event_id, type, at_ms, 0, 0, 0
      from event where user_id = :user and at_ms <= :until and type in ('like', 'dislike')
      """;

  private AffinityQuery() {}

  private record Sums(String track, int events, double plays, boolean saved, Instant last) {}

  private record Opinion(String event, EventType type, long at) {
    Opinion later(Opinion other) {
      int order = Long.compare(at, other.at);
      return (order == 0 ? event.compareTo(other.event) : order) > 0 ? this : other;
    }
  }

  /** See {@link EventLog#affinities}. */
  static Affinities run(Handle handle, String userId, Optional<Instant> until) {
    List<Sums> all = new ArrayList<>();
    Map<String, Opinion> opinions = new HashMap<>();
    handle
        .createQuery(SUMS_AND_OPINIONS)
        .bind("user", userId)
        .bind("until", until.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE))
        .bind("heard", Event.HEARD_MILLIS)
        .scanResultSet(
            (rows, ctx) -> {
              var row = rows.get();
              while (row.next()) {
                String track = row.getString("track_id");
                String event = row.getString("event_id");
                long at = row.getLong("at_ms");
                if (event == null) {
                  all.add(
                      new Sums(
                          track,
                          row.getInt("events"),
                          row.getDouble("plays"),
                          row.getInt("saved") > 0,
                          Instant.ofEpochMilli(at)));
                } else {
                  Opinion opinion = new Opinion(event, EventType.of(row.getString("type")), at);
                  opinions.merge(track, opinion, Opinion::later);
                }
              }
              return null;
            });
    Map<String, Affinity> affinities = new HashMap<>();
    int events = 0;
    for (Sums sums : all) {
      Optional<EventType> opinion =
          Optional.ofNullable(opinions.get(sums.track())).map(Opinion::type);
      affinities.put(sums.track(), Affinity.of(sums.plays(), opinion, sums.saved(), sums.last()));
      events += sums.events();
    }
    return Affinities.inOrder(affinities, events);
  }
}
