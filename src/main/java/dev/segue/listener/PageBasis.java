package dev.segue.listener;

import dev.segue.query.Cursor;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first page of an answer went by, and later ones have to: kept in the cursor between
 * them.
 *
 * @param until when the listener had last done something; nothing later counts
 * @param events how many they had done by then
 * @param trainedAt when the model of taste was trained; {@link Instant#EPOCH} where there is none
 */
record PageBasis(Instant until, int events, Instant trainedAt) {
  private static final Pattern TEXT = Pattern.compile("(-?\\d{1,15}) (\\d{1,9}) (\\d{1,15})");

  static PageBasis of(Listener listener, Optional<TrackTaste> taste) {
    return new PageBasis(
        // Somebody who did nothing yet had last done it before every event.
        listener.last().orElse(Instant.EPOCH.minusMillis(1)),
        listener.eventCount(),
        Instant.ofEpochMilli(
            taste.map(TrackTaste::trainedAt).orElse(Instant.EPOCH).toEpochMilli()));
  }

  /**
   * Reads what a page kept for the next.
   *
   * @throws RequestException when no page kept that
   */
  static Optional<PageBasis> kept(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher numbers = TEXT.matcher(text);
    if (!numbers.matches()) {
      throw Cursor.invalid();
    }
    return Optional.of(
        new PageBasis(
            Instant.ofEpochMilli(Long.parseLong(numbers.group(1))),
            Integer.parseInt(numbers.group(2)),
            Instant.ofEpochMilli(Long.parseLong(numbers.group(3)))));
  }

  /** As it is kept. */
  @Override
  public String toString() {
    return "%d %d %d".formatted(until.toEpochMilli(), events, trainedAt.toEpochMilli());
  }

  /**
   * Holds a later page against the first.
   *
   * @throws RequestException when it cannot go by the same
   */
  void check(PageBasis first) {
    if (!trainedAt.equals(first.trainedAt)) {
      throw expired("the model of taste that answered it is no longer in use");
    }
    if (!equals(first)) {
      throw expired("what is known of the time before it has changed");
    }
  }

  private static RequestException expired(String why) {
    return new RequestException(
        Code.CURSOR_EXPIRED,
        "cursor",
        "The first page cannot be continued: %s; ask again without the cursor.".formatted(why));
  }
}
