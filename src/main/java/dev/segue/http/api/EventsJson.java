package dev.segue.http.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segue.listening.log.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that is known of a user. */
public record EventsJson(String userId, List<OfUser> events) {
  /** Copies. */
  public EventsJson {
    events = List.copyOf(events);
  }

  /** One of their events. */
  record OfUser(
      String eventId,
      String trackId,
      String type,
      String at,
      @JsonInclude(JsonInclude.Include.NON_NULL) Long playedMs,
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer plays,
      Map<String, String> context) {}

  /** Shapes events. */
  public static EventsJson of(String userId, List<Event> events) {
    return new EventsJson(
        userId,
        events.stream()
            .map(
                event ->
                    new OfUser(
                        event.eventId(),
                        event.trackId(),
                        event.type().word(),
                        event.at().orElseThrow().toString(),
                        event.playedMillis().orElse(null),
                        event.plays() == 1 ? null : (Integer) event.plays(),
                        new TreeMap<>(event.context())))
            .toList());
  }
}
