package dev.segue.engine;

import dev.segue.catalog.Progress;
import dev.segue.index.TrackIndex;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.Listen;
import dev.segue.listening.ListenFile;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventLogException;
import dev.segue.listening.log.EventType;
import dev.segue.query.RequestException;
import dev.segue.recommend.Occasion;
import dev.segue.recommend.Occasion.TimeOfDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes listening histories into the log. Files are read to their end and every line is checked
 * before an event is kept, so whatever cannot be read or kept leaves the log as it was. Plays of
 * one track by one user in one second are one event, and so are those without a time, which are of
 * the time at which the files were changed; skips, likes and the others are one each. An event's id
 * follows from what it says, so a history that is imported again replaces itself. For one thread.
 * Takes some hundred bytes of memory an event.
 */
public final class ListenImport {
  /** As many are kept at once, so that others can write in between. */
  private static final int BATCH = 1_000;

  private final TrackIndex index;
  private final EventLog log;
  private final Clock clock;
  private final Progress progress;

  /** Prepares an import of tracks that an index has. */
  public ListenImport(TrackIndex index, EventLog log, Clock clock, Progress progress) {
    this.index = index;
    this.log = log;
    this.clock = clock;
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

  /**
   * Imports files.
   *
   * @param user whose history it is, where lines do not say
   * @throws dev.segue.listening.ListeningException naming a line that cannot be read or kept
   * @throws EventLogException when the log cannot be written, saying how much was kept before
   */
  public Result run(List<Path> files, Optional<String> user) throws IOException {
    Instant now = clock.instant();
    Histories histories = new Histories(new TrackMatcher(index));
    Instant changed = Instant.EPOCH;
    progress.begin("Reading", -1, "lines");
    try {
      for (Path file : files) {
        ListenFile.read(
            file,
            user,
            now,
            listen -> {
              histories.take(listen);
              progress.advance(1);
            });
        Instant ofFile = Files.getLastModifiedTime(file).toInstant();
        changed = ofFile.isAfter(changed) ? ofFile : changed;
      }
    } finally {
      progress.end();
    }
    keep(histories, changed.isAfter(now) ? now : changed);
    return histories.result();
  }

  private void keep(Histories histories, Instant changed) throws EventLogException {
    int all = histories.plays.size();
    int kept = 0;
    progress.begin("Keeping", all, "events");
    try {
      Iterator<Map.Entry<Heard, Integer>> left = histories.plays.entrySet().iterator();
      while (left.hasNext()) {
        List<Event> batch = new ArrayList<>();
        while (left.hasNext() && batch.size() < BATCH) {
          batch.add(histories.event(left.next(), changed));
        }
        log.put(batch);
        kept += batch.size();
        progress.advance(batch.size());
      }
    } catch (EventLogException e) {
      throw kept == 0
          ? e
          : e.with(
              "%,d of %,d events were kept, and importing again keeps the others"
                  .formatted(kept, all));
    } finally {
      progress.end();
    }
  }

  /**
   * What becomes one event.
   *
   * @param second since 1970, or {@link Interactions#UNKNOWN_TIME}
   */
  private record Heard(
      int user, int track, long second, EventType type, Optional<TimeOfDay> timeOfDay) {
    String context() {
      return (type == EventType.PLAY ? "" : "\n" + type.word())
          + timeOfDay.map(time -> "\n" + time).orElse("");
    }
  }

  private record Name(String trackId, String artist, String title) {}

  /** All that was read. */
  private static final class Histories {
    private final TrackMatcher matcher;
    private final Ids users = new Ids();
    private final Ids tracks = new Ids();
    private final Map<Heard, Integer> plays = new LinkedHashMap<>();
    private final Map<Name, Long> unmatched = new LinkedHashMap<>();
    private long lines;
    private long byId;

    Histories(TrackMatcher matcher) {
      this.matcher = matcher;
    }

    void take(Listen listen) throws IOException {
      Event.checkId("user", listen.user());
      EventType type = choice("type", listen.type(), EventType.class).orElse(EventType.PLAY);
      Optional<TimeOfDay> timeOfDay = choice("time_of_day", listen.timeOfDay(), TimeOfDay.class);
      if (type != EventType.PLAY && listen.plays() > 1) {
        throw RequestException.invalid(
            "plays",
            "plays is %d, where type is %s allowed is 1.".formatted(listen.plays(), type.word()));
      }
      lines++;
      Optional<TrackMatcher.Match> match = matcher.find(listen);
      if (match.isEmpty()) {
        unmatched.merge(new Name(listen.trackId(), listen.artist(), listen.title()), 1L, Long::sum);
        return;
      }
      byId += match.get().byId() ? 1 : 0;
      Heard heard =
          new Heard(
              users.number(listen.user()),
              tracks.number(Event.checkId("track", match.get().trackId())),
              listen.at().map(Instant::getEpochSecond).orElse(Interactions.UNKNOWN_TIME),
              type,
              timeOfDay);
      int before = type == EventType.PLAY ? plays.getOrDefault(heard, 0) : 0;
      long sum = before + (long) listen.plays();
      if (sum > Integer.MAX_VALUE) {
        throw RequestException.invalid(
            "plays",
            "the plays of this user and track add up to %d, allowed is 1 to %d."
                .formatted(sum, Integer.MAX_VALUE));
      }
      plays.put(heard, (int) sum);
    }

    Event event(Map.Entry<Heard, Integer> each, Instant changed) {
      Heard heard = each.getKey();
      String user = users.id(heard.user());
      String track = tracks.id(heard.track());
      Optional<Instant> at =
          heard.second() == Interactions.UNKNOWN_TIME
              ? Optional.empty()
              : Optional.of(Instant.ofEpochSecond(heard.second()));
      return new Event(
          "import-"
              + digest(
                  String.join("\n", user, track, at.map(Instant::toString).orElse(""))
                      + heard.context()),
          user,
          track,
          heard.type(),
          at.or(() -> Optional.of(changed)),
          Optional.empty(),
          each.getValue(),
          new Occasion(heard.timeOfDay(), Optional.empty()).context());
    }

    Result result() {
      List<Unmatched> missing =
          unmatched.entrySet().stream()
              .sorted(Map.Entry.<Name, Long>comparingByValue().reversed())
              .map(
                  each ->
                      new Unmatched(
                          each.getKey().trackId(),
                          each.getKey().artist(),
                          each.getKey().title(),
                          each.getValue()))
              .toList();
      return new Result(
          lines,
          byId,
          lines - byId - missing.stream().mapToLong(Unmatched::lines).sum(),
          users.size(),
          plays.entrySet().stream()
              .filter(each -> each.getKey().type() == EventType.PLAY)
              .mapToLong(Map.Entry::getValue)
              .sum(),
          plays.size(),
          missing);
    }
  }

  private static <E extends Enum<E>> Optional<E> choice(String name, String word, Class<E> of) {
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Map<String, E> choices = new LinkedHashMap<>();
    for (E each : of.getEnumConstants()) {
      choices.put(each.name().toLowerCase(Locale.ROOT), each);
    }
    if (!choices.containsKey(word)) {
      throw RequestException.invalid(
          name,
          "%s is '%s', allowed are %s.".formatted(name, word, String.join(", ", choices.keySet())));
    }
    return Optional.of(choices.get(word));
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
