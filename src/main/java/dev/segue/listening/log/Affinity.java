package dev.segue.listening.log;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much somebody likes a track, by all that they did with it.
 *
 * <p>{@code plays − skips + 5 (liked) + 5 (saved)}, at least 0, where a play of which less than
 * {@value Event#HEARD_MILLIS} ms were heard counts as a skip, and of likes and dislikes the last
 * counts.
 *
 * @param weight at least 0; 0 for what was tried and left
 * @param disliked whether they said so
 * @param last when they last did something with it
 */
public record Affinity(double weight, boolean disliked, Instant last) {
  private static final double OPINION = 5;

  /** Whether it speaks for what they like. */
  public boolean positive() {
    return weight > 0 && !disliked;
  }

  /**
   * Of one user, by the track's id, in the order of what was last done.
   *
   * @param events of that user, the oldest first
   */
  public static Map<String, Affinity> of(List<Event> events) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Event event : events) {
      tallies.computeIfAbsent(event.trackId(), id -> new Tally()).add(event);
    }
    Map<String, Affinity> affinities = new LinkedHashMap<>();
    tallies.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(tally -> tally.last)))
        .forEach(each -> affinities.put(each.getKey(), each.getValue().affinity()));
    return affinities;
  }

  private static final class Tally {
    private double plays;
    private boolean liked;
    private boolean disliked;
    private boolean saved;
    private Instant last;

    void add(Event event) {
      last = event.at().orElseThrow();
      switch (event.countsAs()) {
        case PLAY -> plays += event.plays();
        case SKIP -> plays -= 1;
        case LIKE -> opinion(true);
        case DISLIKE -> opinion(false);
        case SAVE -> saved = true;
      }
    }

    private void opinion(boolean likes) {
      liked = likes;
      disliked = !likes;
    }

    Affinity affinity() {
      double weight = plays + (liked ? OPINION : 0) + (saved ? OPINION : 0);
      return new Affinity(Math.max(0, weight), disliked, last);
    }
  }
}
