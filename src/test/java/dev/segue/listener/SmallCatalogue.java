package dev.segue.listener;

import dev.segue.catalog.AudioFeatures;
import dev.segue.catalog.Track;
import dev.segue.index.Indexes;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Forty tracks with the ids {@code t0} to {@code t39}. t1 is a version of the recording that t0
 * stands for. The energies of t0 to t19 are .20, .21 and so on, those of t20 to t39 are .70, .71
 * and so on; all other numbers are the same, and nobody knows the tempo.
 */
final class SmallCatalogue {
  static final int SIZE = 40;

  private SmallCatalogue() {}

  static double energy(int track) {
    return track < SIZE / 2 ? .2 + track / 100.0 : .7 + (track - SIZE / 2) / 100.0;
  }

  static TrackIndex index(Path folder) throws Exception {
    List<Track> tracks = IntStream.range(0, SIZE).mapToObj(SmallCatalogue::track).toList();
    return Indexes.build(
        new LuceneBackend(),
        tracks,
        Indexes.fit(tracks),
        ordinal -> ordinal == 1 ? 0 : ordinal,
        folder);
  }

  private static Track track(int number) {
    return new Track(
        "t" + number,
        "Song " + number,
        List.of("Artist"),
        null,
        List.of(),
        50,
        200_000,
        false,
        2000,
        null,
        new AudioFeatures(.5, energy(number), 5, -7, 1, .1, .3, 0, .2, .6, 0, 4));
  }

  /** Somebody's events, a second apart, the first one in 1970. */
  static final class Story {
    final List<Event> events = new ArrayList<>();

    Story does(EventType type, Map<String, String> context, String... trackIds) {
      for (String trackId : trackIds) {
        int number = events.size();
        events.add(
            new Event(
                "e" + number,
                "ann",
                trackId,
                type,
                Optional.of(Instant.ofEpochSecond(number)),
                Optional.empty(),
                1,
                context));
      }
      return this;
    }

    Story does(EventType type, String... trackIds) {
      return does(type, Map.of(), trackIds);
    }
  }
}
