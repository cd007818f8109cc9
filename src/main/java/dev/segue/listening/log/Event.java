package dev.segue.listening.log;

import dev.segue.query.RequestException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody did something with a track.
 *
 * @param eventId makes a repeat harmless: an event is kept once, however often it comes
 * @param userId any name; nothing is known of it but what it did
 * @param trackId of the catalogue, now or later
 * @param at in milliseconds, from 1970 on; empty where nobody said, and then it is the time at
 *     which it is kept
 * @param playedMillis how much was heard, 0 to a day
 * @param plays how often; more than 1 only in what was imported as a sum
 * @param context free keys and values, such as {@code time_of_day} and {@code device}, at most
 *     {@value #MOST_KEYS}
 */
public record Event(
    String eventId,
    String userId,
    String trackId,
    EventType type,
    Optional<Instant> at,
    Optional<Long> playedMillis,
    int plays,
    Map<String, String> context) {
  /** How many characters an id has at most. */
  public static final int LONGEST_ID = 128;

  /** Whoever heard less has not listened: what streaming services count from, too. */
  static final long HEARD_MILLIS = 30_000;

  private static final int MOST_KEYS = 16;
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_VALUE = 256;
  private static final long DAY_MILLIS = 86_400_000;

  /**
   * Checks and copies.
   *
   * @throws RequestException naming what is wrong, its value and the limit
   */
  public Event {
    checkId("event_id", eventId);
    checkId("user_id", userId);
    checkId("track_id", trackId);
    at = at.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    if (at.isPresent() && at.get().isBefore(Instant.EPOCH)) {
      throw RequestException.invalid(
          "at", "at is %s, allowed is 1970 and later.".formatted(at.get()));
    }
    if (playedMillis.isPresent() && (playedMillis.get() < 0 || playedMillis.get() > DAY_MILLIS)) {
      throw RequestException.invalid(
          "played_ms",
          "played_ms is %d, allowed is 0 to %d.".formatted(playedMillis.get(), DAY_MILLIS));
    }
    RequestException.checkCount("plays", plays, 1, Integer.MAX_VALUE);
    RequestException.checkCount("context", context.size(), 0, MOST_KEYS);
    context = Map.copyOf(context);
    context.forEach(
        (key, value) -> {
          checkText("A key of context", key, 1, LONGEST_KEY);
          checkText("context." + key, value, 0, LONGEST_VALUE);
        });
  }

  /** What was done: a play of which less than {@value #HEARD_MILLIS} ms were heard is a skip. */
  public EventType countsAs() {
    return type == EventType.PLAY && playedMillis.orElse(HEARD_MILLIS) < HEARD_MILLIS
        ? EventType.SKIP
        : type;
  }

  /** Whether this is a repeat of an event that is kept. */
  boolean repeats(Event kept) {
    return (at.isPresent() ? this : keptAt(kept.at.orElseThrow())).equals(kept);
  }

  /** As it is kept at some moment. */
  Event keptAt(Instant now) {
    return at.isPresent()
        ? this
        : new Event(eventId, userId, trackId, type, Optional.of(now), playedMillis, plays, context);
  }

  /**
   * Gives an id back that can be one.
   *
   * @throws RequestException naming the parameter and the limit; not the id, which may be a name
   */
  public static String checkId(String parameter, String id) {
    if (id.isBlank() || id.length() > LONGEST_ID || isBroken(id)) {
      throw RequestException.invalid(
          parameter,
          "%s has %d characters, allowed are 1 to %d that are visible."
              .formatted(parameter, id.length(), LONGEST_ID));
    }
    return id;
  }

  /** Whether there is something in it that is no character, such as half of one. */
  private static boolean isBroken(String text) {
    return text.codePoints()
        .anyMatch(
            each -> Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE);
  }

  private static void checkText(String what, String text, int min, int max) {
    if (text.length() < min || text.length() > max || isBroken(text)) {
      throw RequestException.invalid(
          "context",
          "%s has %d characters, allowed are %d to %d that are visible."
              .formatted(what, text.length(), min, max));
    }
  }
}
