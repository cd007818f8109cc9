package dev.segue.http.api;

import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventType;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Events as they are sent: a JSON object, or a list of up to {@value #MOST} of them.
 *
 * @param events at least one
 */
public record EventsQuestion(List<Event> events) {
  /** The most events of one request. */
  public static final int MOST = 1_000;

  private static final List<String> NAMES =
      List.of("event_id", "user_id", "track_id", "type", "at", "played_ms", "context");

  /** How far the clocks of those who send may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** Copies. */
  public EventsQuestion {
    events = List.copyOf(events);
    RequestException.checkCount("events", events.size(), 1, MOST);
  }

  /**
   * Reads events.
   *
   * @param now what is later has not happened yet
   * @throws RequestException naming the event, what is wrong with it, and the limit
   */
  public static EventsQuestion read(byte[] body, Instant now) {
    JsonNode json = JsonBody.read(body);
    if (json.isObject()) {
      return new EventsQuestion(List.of(event(json, now)));
    }
    if (!json.isArray()) {
      throw RequestException.invalid(
          "body",
          "The body must be a JSON object, such as {\"user_id\": \"ann\", \"track_id\": \"…\","
              + " \"type\": \"play\"}, or a list of them.");
    }
    RequestException.checkCount("events", json.size(), 1, MOST);
    List<Event> events = new ArrayList<>();
    for (JsonNode each : json) {
      try {
        events.add(event(each, now));
      } catch (RequestException e) {
        throw new RequestException(
            e.code(),
            e.parameter().orElse("events"),
            "events[%d]: %s".formatted(events.size(), e.getMessage()));
      }
    }
    return new EventsQuestion(events);
  }

  private static Event event(JsonNode json, Instant now) {
    if (!json.isObject()) {
      throw RequestException.invalid("events", "An event must be a JSON object.");
    }
    for (String name : json.propertyNames()) {
      if (!NAMES.contains(name)) {
        throw new RequestException(
            Code.UNKNOWN_PARAMETER,
            Quoted.of(name),
            "An event has no '%s'; it has %s."
                .formatted(Quoted.of(name), String.join(", ", NAMES)));
      }
    }
    Optional<Instant> at = text(json, "at").map(EventsQuestion::instant);
    if (at.isPresent() && at.get().isAfter(now.plus(AHEAD))) {
      throw RequestException.invalid(
          "at", "at is %s, which is in the future: it is %s.".formatted(at.get(), now));
    }
    return new Event(
        text(json, "event_id").orElseGet(() -> UUID.randomUUID().toString()),
        required(json, "user_id"),
        required(json, "track_id"),
        type(required(json, "type")),
        at,
        playedMillis(json.path("played_ms")),
        1,
        context(json.path("context")));
  }

  private static String required(JsonNode json, String name) {
    return text(json, name)
        .orElseThrow(() -> RequestException.invalid(name, "%s is missing.".formatted(name)));
  }

  private static Optional<String> text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw RequestException.invalid(
          name, "%s is %s, must be a text.".formatted(name, Quoted.of(value)));
    }
    return Optional.of(value.asString());
  }

  private static EventType type(String word) {
    return Arrays.stream(EventType.values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "type",
                    "type is '%s', allowed are %s."
                        .formatted(
                            Quoted.of(word),
                            Arrays.stream(EventType.values())
                                .map(EventType::word)
                                .collect(Collectors.joining(", ")))));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw RequestException.invalid(
          "at",
          "at is '%s', must be a time with its offset, such as 2026-11-23T18:30:00Z."
              .formatted(Quoted.of(text)));
    }
  }

  private static Optional<Long> playedMillis(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw RequestException.invalid(
          "played_ms", "played_ms is %s, must be a whole number.".formatted(Quoted.of(value)));
    }
    return Optional.of(value.asLong());
  }

  private static Map<String, String> context(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Map.of();
    }
    if (!value.isObject()) {
      throw RequestException.invalid("context", "context must be a JSON object.");
    }
    Map<String, String> context = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      if (!isPlain(each.getValue())) {
        throw RequestException.invalid(
            "context",
            "context.%s must be a text, a number or a flag.".formatted(Quoted.of(each.getKey())));
      }
      context.put(each.getKey(), each.getValue().asString());
    }
    return context;
  }

  /** Whether it is a text, a flag, or a number that a double can hold. */
  private static boolean isPlain(JsonNode value) {
    return value.isValueNode()
        && !value.isNull()
        && !(value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()));
  }
}
