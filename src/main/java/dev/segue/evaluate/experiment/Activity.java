package dev.segue.evaluate.experiment;

import dev.segue.listening.log.Event;
import java.util.List;

/**
 * How often a user did what.
 *
 * @param plays but for those that {@link Event#countsAs} a skip
 */
record Activity(long plays, long skips, long likes, long dislikes, long saves) {
  static Activity of(List<Event> events) {
    long plays = 0;
    long skips = 0;
    long likes = 0;
    long dislikes = 0;
    long saves = 0;
    for (Event event : events) {
      switch (event.countsAs()) {
        case PLAY -> plays += event.plays();
        case SKIP -> skips++;
        case LIKE -> likes++;
        case DISLIKE -> dislikes++;
        case SAVE -> saves++;
      }
    }
    return new Activity(plays, skips, likes, dislikes, saves);
  }
}
