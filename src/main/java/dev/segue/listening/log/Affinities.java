package dev.segue.listening.log;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What one user likes.
 *
 * @param ofTracks by their ids, in the order of what was last done; at one moment, of ids
 * @param eventCount from how many events that is
 */
public record Affinities(SequencedMap<String, Affinity> ofTracks, int eventCount) {
  private static final Comparator<Map.Entry<String, Affinity>> LAST_DONE_LAST =
      Comparator.<Map.Entry<String, Affinity>, Instant>comparing(each -> each.getValue().last())
          .thenComparing(Map.Entry::getKey);

  /** Of somebody of whom nothing is known. */
  public static final Affinities NONE = new Affinities(new LinkedHashMap<>(), 0);

  /** Lets nobody change it. */
  public Affinities {
    ofTracks = Collections.unmodifiableSequencedMap(ofTracks);
  }

  /**
   * By all that they did.
   *
   * @param events of one user, the oldest first
   */
  public static Affinities of(List<Event> events) {
    Map<String, Tally> tallies = new HashMap<>();
    for (Event event : events) {
      tallies.computeIfAbsent(event.trackId(), id -> new Tally()).add(event);
    }
    Map<String, Affinity> affinities = new HashMap<>();
    tallies.forEach((track, tally) -> affinities.put(track, tally.affinity()));
    return inOrder(affinities, events.size());
  }

  /** Of tracks in any order. */
  static Affinities inOrder(Map<String, Affinity> affinities, int eventCount) {
    SequencedMap<String, Affinity> ordered = new LinkedHashMap<>();
    affinities.entrySet().stream()
        .sorted(LAST_DONE_LAST)
        .forEach(each -> ordered.put(each.getKey(), each.getValue()));
    return new Affinities(ordered, eventCount);
  }

  /** When they last did something. */
  public Optional<Instant> last() {
    return Optional.ofNullable(ofTracks.lastEntry()).map(each -> each.getValue().last());
  }

  private static final class Tally {
    private double plays;
    private Optional<EventType> opinion = Optional.empty();
    private boolean saved;
    private Instant last;

    void add(Event event) {
      last = event.at().orElseThrow();
      switch (event.countsAs()) {
        case PLAY -> plays += event.plays();
        case SKIP -> plays -= 1;
        case LIKE, DISLIKE -> opinion = Optional.of(event.type());
        case SAVE -> saved = true;
      }
    }

    Affinity affinity() {
      return Affinity.of(plays, opinion, saved, last);
    }
  }
}
