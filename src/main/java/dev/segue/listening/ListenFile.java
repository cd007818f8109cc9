package dev.segue.listening;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
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
 * user}, {@code track} or {@code artist} and {@code title}, {@code plays} and {@code timestamp} (or
 * which has these without a header, in the order user, track, plays, timestamp); and ListenBrainz's
 * JSON lines.
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
          "timestamp", List.of("timestamp", "time", "at", "listenedat", "playedat"));

  private static final Pattern SIGNS = Pattern.compile("[ _-]");

  /** The id in Spotify's address of a track. */
  private static final Pattern SPOTIFY_TRACK =
      Pattern.compile(".*track[/:]([A-Za-z0-9]{22})(?:\\?.*)?");

  private final Path path;
  private final Optional<String> user;
  private final Receiver to;

  /** Where each column stands; empty before the first line. */
  private final Map<String, Integer> places = new HashMap<>();

  private ListenFile(Path path, Optional<String> user, Receiver to) {
    this.path = path;
    this.user = user;
    this.to = to;
  }

  /** Is given each listen in turn. */
  public interface Receiver {
    /** Takes a listen. */
    void take(Listen listen) throws IOException;
  }

  /**
   * Reads a file.
   *
   * @param user whose history it is, where lines do not say
   * @throws ListeningException naming the line when one cannot be read; what came before was given
   */
  public static void read(Path path, Optional<String> user, Receiver to) throws IOException {
    ListenFile file = new ListenFile(path, user, to);
    try (BufferedReader text = SeparatedText.open(path)) {
      text.mark(1);
      boolean json = text.read() == '{';
      text.reset();
      if (json) {
        file.readJson(text);
      } else {
        SeparatedText.read(path, text, file::row);
      }
    }
  }

  private void row(CSVRecord line, long number) throws IOException {
    if (places.isEmpty() && begin(line)) {
      return;
    }
    String text = String.join(" ", line.values());
    int plays = 1;
    String count = cell(line, "plays");
    if (!count.isEmpty()) {
      Double given = InteractionFile.number(count);
      if (given == null || given < 1 || given > Integer.MAX_VALUE || given != Math.rint(given)) {
        throw SeparatedText.wrong(path, number, text, "plays is a whole number from 1 on");
      }
      plays = given.intValue();
    }
    Long seconds = InteractionFile.time(cell(line, "timestamp"));
    if (seconds == null) {
      throw SeparatedText.wrong(
          path, number, text, "the timestamp is in seconds since 1970 or ISO 8601");
    }
    give(
        cell(line, "user"),
        cell(line, "track"),
        cell(line, "artist"),
        cell(line, "title"),
        plays,
        seconds == Interactions.UNKNOWN_TIME
            ? Optional.empty()
            : Optional.of(Instant.ofEpochSecond(seconds)),
        number,
        text);
  }

  /** Finds the columns; true where the first line is a header. */
  private boolean begin(CSVRecord line) {
    for (int place = 0; place < line.size(); place++) {
      String name = SIGNS.matcher(line.get(place).toLowerCase(Locale.ROOT)).replaceAll("");
      for (Map.Entry<String, List<String>> column : NAMES.entrySet()) {
        if (column.getValue().contains(name)) {
          places.putIfAbsent(column.getKey(), place);
        }
      }
    }
    if (places.containsKey("user") || places.size() > 1) {
      return true;
    }
    places.clear();
    IntStream.range(0, COLUMNS.size()).forEach(place -> places.put(COLUMNS.get(place), place));
    return false;
  }

  private String cell(CSVRecord line, String column) {
    Integer place = places.get(column);
    return place == null || place >= line.size() ? "" : line.get(place);
  }

  private void readJson(BufferedReader text) throws IOException {
    long number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      JsonNode json;
      try {
        json = JsonMapper.shared().readTree(line);
      } catch (JacksonException e) {
        throw SeparatedText.wrong(path, number, line, "a line is a JSON object");
      }
      JsonNode track = json.path("track_metadata");
      Matcher id = SPOTIFY_TRACK.matcher(track.at("/additional_info/spotify_id").asString(""));
      JsonNode at = json.path("listened_at");
      if (!at.canConvertToLong()) {
        throw SeparatedText.wrong(path, number, line, "listened_at is in seconds since 1970");
      }
      give(
          json.path("user_name").asString(json.path("user_id").asString("")),
          id.matches() ? id.group(1) : "",
          track.path("artist_name").asString(""),
          track.path("track_name").asString(""),
          1,
          Optional.of(Instant.ofEpochSecond(at.asLong())),
          number,
          line);
    }
  }

  private void give(
      String named,
      String trackId,
      String artist,
      String title,
      int plays,
      Optional<Instant> at,
      long number,
      String text)
      throws IOException {
    String whose = named.isEmpty() ? user.orElse("") : named;
    if (whose.isEmpty()) {
      throw SeparatedText.wrong(
          path, number, text, "a user is missing (--user says whose history it is)");
    }
    if (trackId.isEmpty() && (artist.isEmpty() || title.isEmpty())) {
      throw SeparatedText.wrong(
          path, number, text, "a track, or an artist and a title, is missing");
    }
    to.take(new Listen(whose, trackId, artist, title, plays, at));
  }
}
