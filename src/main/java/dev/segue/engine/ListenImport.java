package dev.segue.engine;

import dev.segue.catalog.Progress;
import dev.segue.index.TrackIndex;
import dev.segue.listening.Listen;
import dev.segue.listening.ListenFile;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes listening histories into the log. Files are read to their end before anything is kept, so a
 * line that cannot be read leaves the log as it was. An event's id follows from its user, track and
 * time, so a history that is imported again replaces itself; plays without a time are one event for
 * each user and track, of the time at which the file was changed. For one thread.
 */
public final class ListenImport {
  private static final int BATCH = 1_000;

  private final TrackMatcher matcher;
  private final EventLog log;
  private final Progress progress;

  /** Prepares an import of tracks that an index has. */
  public ListenImport(TrackIndex index, EventLog log, Progress progress) {
    this.matcher = new TrackMatcher(index, progress);
    this.log = log;
    this.progress = progress;
  }

  /**
   * A track that the catalogue does not have.
   *
   * @param lines that name it
   */
  public record Unmatched(String trackId, String artist, String title, long lines) {}

  /**
   * What was imported.
   *
   * @param lines of all files
   * @param byId lines whose track was found by its id
   * @param byName lines whose track was found by artist and title
   * @param events that are kept now
   * @param unmatched what was not found, the most frequent first
   */
  public record Result(
      long lines,
      long byId,
      long byName,
      int listeners,
      long plays,
      long events,
      List<Unmatched> unmatched) {
    /** Copies. */
    public Result {
      unmatched = List.copyOf(unmatched);
    }
  }

  private record Name(String trackId, String artist, String title) {}

  private record Pair(String user, String trackId) {}

  /** Sums over all files. */
  private static final class Counts {
    private long byId;
    private long byName;
    private long plays;
    private long events;
    private final Set<String> listeners = new HashSet<>();
    private final Map<Name, Long> unmatched = new LinkedHashMap<>();
  }

  /**
   * Imports files.
   *
   * @param user whose history it is, where lines do not say
   * @throws dev.segue.listening.ListeningException naming a line that cannot be read
   * @throws dev.segue.listening.log.EventLogException when the log cannot be written
   */
  public Result run(List<Path> files, Optional<String> user) throws IOException {
    long[] lines = new long[1];
    for (Path file : files) {
      ListenFile.read(file, user, listen -> lines[0]++);
    }
    Counts counts = new Counts();
    Map<Pair, Integer> untimed = new LinkedHashMap<>();
    Instant changed = Instant.EPOCH;
    progress.begin("Importing", lines[0], "lines");
    try {
      for (Path file : files) {
        List<Event> batch = new ArrayList<>();
        ListenFile.read(
            file,
            user,
            listen -> {
              take(listen, counts, untimed, batch);
              if (batch.size() == BATCH) {
                keep(batch, counts);
              }
              progress.advance(1);
            });
        keep(batch, counts);
        Instant ofFile = Files.getLastModifiedTime(file).toInstant();
        changed = ofFile.isAfter(changed) ? ofFile : changed;
      }
      keepUntimed(untimed, changed, counts);
    } finally {
      progress.end();
    }
    return new Result(
        lines[0],
        counts.byId,
        counts.byName,
        counts.listeners.size(),
        counts.plays,
        counts.events,
        counts.unmatched.entrySet().stream()
            .sorted(Map.Entry.<Name, Long>comparingByValue().reversed())
            .map(
                each ->
                    new Unmatched(
                        each.getKey().trackId(),
                        each.getKey().artist(),
                        each.getKey().title(),
                        each.getValue()))
            .toList());
  }

  private void take(Listen listen, Counts counts, Map<Pair, Integer> untimed, List<Event> batch)
      throws IOException {
    Optional<TrackMatcher.Match> match = matcher.find(listen);
    if (match.isEmpty()) {
      counts.unmatched.merge(
          new Name(listen.trackId(), listen.artist(), listen.title()), 1L, Long::sum);
      return;
    }
    counts.byId += match.get().byId() ? 1 : 0;
    counts.byName += match.get().byId() ? 0 : 1;
    counts.plays += listen.plays();
    counts.listeners.add(listen.user());
    Pair pair = new Pair(listen.user(), match.get().trackId());
    if (listen.at().isPresent()) {
      batch.add(event(pair, listen.plays(), listen.at().get(), listen.at().get().toString()));
    } else {
      untimed.merge(pair, listen.plays(), Math::addExact);
    }
  }

  private void keepUntimed(Map<Pair, Integer> untimed, Instant changed, Counts counts)
      throws IOException {
    List<Event> batch = new ArrayList<>();
    for (Map.Entry<Pair, Integer> each : untimed.entrySet()) {
      batch.add(event(each.getKey(), each.getValue(), changed, ""));
      if (batch.size() == BATCH) {
        keep(batch, counts);
      }
    }
    keep(batch, counts);
  }

  private void keep(List<Event> batch, Counts counts) throws IOException {
    log.put(batch);
    counts.events += batch.size();
    batch.clear();
  }

  private static Event event(Pair pair, int plays, Instant at, String time) {
    return new Event(
        "import-" + digest(pair.user() + "\n" + pair.trackId() + "\n" + time),
        pair.user(),
        pair.trackId(),
        EventType.PLAY,
        Optional.of(at),
        Optional.empty(),
        plays,
        Map.of());
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
