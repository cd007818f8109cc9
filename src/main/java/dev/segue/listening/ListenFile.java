package dev.segue.listening;

import dev.segue.query.RequestException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads listening histories: text as {@link InteractionFile} reads it, whose header names {@code
 * user}, {@code track} or {@code artist} and {@code title}, {@code plays}, {@code timestamp},
 * {@code type} and {@code time_of_day} (or which has no header, but a user, a track, plays and a
 * timestamp in this order); and ListenBrainz's JSON lines.
 */
public final class ListenFile {
  private static final List<String> COLUMNS = List.of("user", "track", "plays", "timestamp");

  /** What other programs call columns. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "user", List.of("user", "userid", "username", "listener"),
          "track", List.of("track", "trackid", "item", "itemid", "artistid"),
          "artist", List.of("artist", "artists", "artistname"),
          "title", List.of("title", "trackname", "name", "song"),
          "plays", List.of("plays", "count", "weight", "playcount"),
          "timestamp", List.of("timestamp", "time", "at", "listenedat", "playedat"),
          "type", List.of("type", "eventtype"),
          "time_of_day", List.of("timeofday"));

  private static final String KNOWN_COLUMNS =
      "user, track (or artist and title), plays, timestamp, type and time_of_day";

  private static final Pattern SIGNS = Pattern.compile("[ _-]");

  /** The id in Spotify's address of a track. */
  private static final Pattern SPOTIFY_TRACK =
      Pattern.compile(".*track[/:]([A-Za-z0-9]{22})(?:\\?.*)?");

  private static final Pattern JSON_ARRAY = Pattern.compile("\\[\\s*(\\{.*)?");

  /** How far the clocks of those who wrote it may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final long YEAR_10000 = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final long YEAR_SECONDS = 31_556_952;

  private final Path path;
  private final Optional<String> user;
  private final Instant now;
  private final Receiver to;

  /** Where each column stands; empty before the first line. */
  private final Map<String, Integer> places = new HashMap<>();

  /** What is being read. */
  private String line;

  /** Of the line, from 1. */
  private long number;

  private ListenFile(Path path, Optional<String> user, Instant now, Receiver to) {
    this.path = path;
    this.user = user;
    this.now = now;
    this.to = to;
  }

  /** Is given each listen in turn. */
  public interface Receiver {
    /**
     * Takes a listen.
     *
     * @throws RequestException when it cannot be taken; the line is named with the message
     */
    void take(Listen listen) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @param user whose history it is, where lines do not say
   * @param now nothing was heard later
   * @throws ListeningException naming the line when one cannot be read or taken; what came before
   *     was given
   */
  public static void read(Path path, Optional<String> user, Instant now, Receiver to)
      throws IOException {
    ListenFile file = new ListenFile(path, user, now, to);
    try (BufferedReader text = SeparatedText.open(path)) {
      String first = SeparatedText.firstLine(text).orElse("").strip();
      if (first.startsWith("{")) {
        file.readJson(text);
      } else if (JSON_ARRAY.matcher(first).matches()) {
        throw new ListeningException(
            "%s is a JSON array; listens are JSON objects, one a line, as `jq -c '.[]'` makes them."
                .formatted(path));
      } else {
        SeparatedText.read(path, text, file::row);
      }
    } catch (CharacterCodingException e) {
      throw SeparatedText.noText(path);
    }
  }

  private void row(CSVRecord cells, long at) throws IOException {
    line = String.join(" ", cells.values());
    number = at;
    if (places.isEmpty() && begin(cells)) {
      return;
    }
    give(
        new Listen(
            whose(cell(cells, "user")),
            cell(cells, "track"),
            cell(cells, "artist"),
            cell(cells, "title"),
            plays(cell(cells, "plays")),
            time(cell(cells, "timestamp")),
            cell(cells, "type"),
            cell(cells, "time_of_day")));
  }

  /** Finds the columns; true where the first line is a header. */
  private boolean begin(CSVRecord cells) throws ListeningException {
    for (int place = 0; place < cells.size(); place++) {
      String name = SIGNS.matcher(cells.get(place).toLowerCase(Locale.ROOT)).replaceAll("");
      for (Map.Entry<String, List<String>> column : NAMES.entrySet()) {
        if (column.getValue().contains(name)) {
          places.putIfAbsent(column.getKey(), place);
        }
      }
    }
    if (places.containsKey("user") || places.size() > 1 || hasWordForPlays(cells)) {
      if (!places.containsKey("track")
          && !places.keySet().containsAll(List.of("artist", "title"))) {
        throw wrong("the header has no column that names tracks; known are " + KNOWN_COLUMNS);
      }
      return true;
    }
    places.clear();
    IntStream.range(0, COLUMNS.size()).forEach(place -> places.put(COLUMNS.get(place), place));
    return false;
  }

  private static boolean hasWordForPlays(CSVRecord cells) {
    return cells.size() > 2
        && !cells.get(2).isEmpty()
        && InteractionFile.number(cells.get(2)) == null;
  }

  private String cell(CSVRecord cells, String column) {
    Integer place = places.get(column);
    return place == null || place >= cells.size() ? "" : cells.get(place);
  }

  private int plays(String told) throws ListeningException {
    if (told.isEmpty()) {
      return 1;
    }
    Double plays = InteractionFile.number(told);
    if (plays == null || plays < 1 || plays > Integer.MAX_VALUE || plays != Math.rint(plays)) {
      throw wrong("plays is a whole number from 1 to " + Integer.MAX_VALUE);
    }
    return plays.intValue();
  }

  private Optional<Instant> time(String told) throws ListeningException {
    Long seconds = InteractionFile.time(told);
    if (seconds == null) {
      throw wrong("the timestamp is in seconds since 1970 or ISO 8601");
    }
    return seconds == Interactions.UNKNOWN_TIME
        ? Optional.empty()
        : Optional.of(time("timestamp", told, seconds));
  }

  private Instant time(String name, String told, long seconds) throws ListeningException {
    if (seconds < 0) {
      throw cannotBe("%s is %s, allowed is 1970 and later.".formatted(name, told));
    }
    if (seconds > YEAR_10000) {
      throw cannotBe(
          "%s is %s, which is in the year %d; are these milliseconds?"
              .formatted(name, told, 1970 + seconds / YEAR_SECONDS));
    }
    Instant at = Instant.ofEpochSecond(seconds);
    if (at.isAfter(now.plus(AHEAD))) {
      throw cannotBe("%s is %s, which is in the future: it is %s.".formatted(name, told, now));
    }
    return at;
  }

  private void readJson(BufferedReader text) throws IOException {
    for (line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        give(line);
      }
    }
  }

  private void give(String object) throws IOException {
    JsonNode json;
    try {
      json = JsonMapper.shared().readTree(object);
    } catch (JacksonException e) {
      throw wrong("a line is a JSON object");
    }
    JsonNode track = json.path("track_metadata");
    Matcher id = SPOTIFY_TRACK.matcher(track.at("/additional_info/spotify_id").asString(""));
    JsonNode at = json.path("listened_at");
    if (!at.canConvertToLong()) {
      throw wrong("listened_at is in seconds since 1970");
    }
    give(
        new Listen(
            whose(json.path("user_name").asString(json.path("user_id").asString(""))),
            id.matches() ? id.group(1) : "",
            track.path("artist_name").asString(""),
            track.path("track_name").asString(""),
            1,
            Optional.of(time("listened_at", at.asString(), at.asLong())),
            "",
            ""));
  }

  private String whose(String named) throws ListeningException {
    String whose = named.isEmpty() ? user.orElse("") : named;
    if (whose.isEmpty()) {
      throw wrong("a user is missing (--user says whose history it is)");
    }
    return whose;
  }

  private void give(Listen listen) throws IOException {
    if (listen.trackId().isEmpty() && (listen.artist().isEmpty() || listen.title().isEmpty())) {
      throw wrong("a track, or an artist and a title, is missing");
    }
    try {
      to.take(listen);
    } catch (RequestException e) {
      throw cannotBe(e.getMessage());
    }
  }

  /** Tells the line, too. */
  private ListeningException wrong(String rule) {
    return SeparatedText.wrong(path, number, line, rule);
  }

  private ListeningException cannotBe(String message) {
    return SeparatedText.wrong(path, number, message);
  }
}
