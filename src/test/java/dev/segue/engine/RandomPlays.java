package dev.segue.engine;

import dev.segue.catalog.Track;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Plays of listeners who each like a third of the tracks; the same for the same seed. */
public final class RandomPlays {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  /** How many camps of tracks, and of those who like them, there are. */
  private static final int CAMPS = 3;

  private static final double SHARE = .4;

  private RandomPlays() {}

  /** Who is called {@code listener-0} and so on, and what they played. */
  public static List<Event> of(List<Track> tracks, int listeners, long seed) {
    Random random = new Random(seed);
    List<Event> plays = new ArrayList<>();
    for (int listener = 0; listener < listeners; listener++) {
      for (int track = listener % CAMPS; track < tracks.size(); track += CAMPS) {
        if (random.nextDouble() < SHARE) {
          plays.add(
              event(
                  "listener-" + listener,
                  tracks.get(track).id(),
                  EventType.PLAY,
                  FIRST.plusSeconds(random.nextInt(1_000_000))));
        }
      }
    }
    return plays;
  }

  /** Somebody does something once. */
  public static Event event(String user, String track, EventType type, Instant at) {
    String id = "%s of %s by %s".formatted(type.word(), track, user);
    return new Event(id, user, track, type, Optional.of(at), Optional.empty(), 1, Map.of());
  }
}
