package dev.segue.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.query.RequestException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenFileTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir private Path folder;

  private List<String> read(String text) throws Exception {
    List<String> listens = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("listens.txt"), text);
    ListenFile.read(
        file,
        Optional.of("me"),
        NOW,
        listen ->
            listens.add(
                String.join(
                        "|",
                        listen.user(),
                        listen.trackId(),
                        listen.artist(),
                        listen.title(),
                        Integer.toString(listen.plays()),
                        listen.at().map(at -> Long.toString(at.getEpochSecond())).orElse("?"))
                    + (listen.type().isEmpty() ? "" : "|" + listen.type())
                    + (listen.timeOfDay().isEmpty() ? "" : "|" + listen.timeOfDay())));
    return listens;
  }

  @Test
  void columnsAreThoseOfTheHeader() throws Exception {
    assertThat(read("user,track,plays,timestamp\nann,t1,3,1700000000\nbob,t2,,\n"))
        .containsExactly("ann|t1|||3|1700000000", "bob|t2|||1|?");
    assertThat(read("\uFEFFPlayed At,Track Name,Artist Name\r\n2023-11-14T22:13:20Z,Hello,Adele"))
        .containsExactly("me||Adele|Hello|1|1700000000");
    assertThat(read("user,track,type,Time of day\nann,t1,skip,night\nann,t2,,\n"))
        .containsExactly("ann|t1|||1|?|skip|night", "ann|t2|||1|?");
    assertThat(read("userID\tartistID\tweight\n2\t51\t13883\n")).containsExactly("2|51|||13883|?");
  }

  @Test
  void withoutAHeaderTheyStandInOrder() throws Exception {
    assertThat(read("ann,\"Simon, Paul - America\",2\nbob,t2,1,5\n"))
        .containsExactly("ann|Simon, Paul - America|||2|?", "bob|t2|||1|5");
  }

  @Test
  void listenBrainz() throws Exception {
    assertThat(
            read(
                """


                 {"user_name":"ann","listened_at":1700000000,"track_metadata":{"artist_name":"Adele","track_name":"Hello","additional_info":{"spotify_id":"https://open.spotify.com/track/6DCZcSspjsKoFjzjrWoCdn"}}}

                {"listened_at":1700000001,"track_metadata":{"artist_name":"A","track_name":"B"}}
                """))
        .containsExactly(
            "ann|6DCZcSspjsKoFjzjrWoCdn|Adele|Hello|1|1700000000", "me||A|B|1|1700000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      value = {
        "user,track,plays\\nann,t,0 | line 2: plays is a whole number from 1 to 2147483647",
        "user,track,plays\\nann,t,1.5 | line 2: plays is a whole number from 1 to 2147483647",
        "user,track,plays\\nann,t,3f | line 2: plays is a whole number from 1 to 2147483647",
        "user,track,plays\\nann,t,2147483648 | line 2: plays is a whole number from 1 to",
        "user,track,plays\\n"
            + "a\u0007n,t,0 | line 2: plays is a whole number from 1 to 2147483647: 'a\ufffdn t",
        "user,track,timestamp\\nann,t,noon | line 2: the timestamp is in seconds",
        "user,track,timestamp\\nann,t,1700000000d | line 2: the timestamp is in seconds",
        "user,track,timestamp\\nann,t,1e30 | line 2: the timestamp is in seconds",
        "listener_name,song_id,n\\n"
            + "ann,t,3 | line 1: the header has no column that names tracks; known are user, track"
            + " (or artist and title), plays, timestamp, type and time_of_day",
        "user,foo,plays\\nann,t,3 | line 1: the header has no column that names tracks",
        "user,artist\\nann,Adele | line 1: the header has no column that names tracks",
        "user,track\\nann, | line 2: a track, or an artist and a title, is missing",
        "user,artist,title\\nann,Adele, | line 2: a track, or an artist and a title, is missing",
        "{\"listened_at\":1}\\n{ | line 1: a track, or an artist",
        "{\"track_metadata\":{}} | line 1: listened_at is in seconds since 1970",
        "{\"listened_at\":1e30} | line 1: listened_at is in seconds since 1970",
        "{ | line 1: a line is a JSON object"
      })
  void whatCannotBeReadIsNamed(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("listens.txt, " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      value = {
        "1700000000000 | is 1700000000000, which is in the year 55840; are these milliseconds?",
        "9223372036854000000 | is 9223372036854000000, which is in the year 292277026596; are",
        "1795867800 | is 1795867800, which is in the future: it is 2026-11-28T12:00:00Z.",
        "-1 | is -1, allowed is 1970 and later."
      })
  void nothingWasHeardInTheFutureOrBefore1970(String seconds, String message) {
    assertThatThrownBy(() -> read("user,track,timestamp\nann,t,1\nbob,t,%s\n".formatted(seconds)))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("listens.txt, line 3: timestamp " + message);
    String json =
        """
        {"listened_at":%s,"track_metadata":{"artist_name":"A","track_name":"B"}}
        """;
    assertThatThrownBy(() -> read(json.formatted(1) + json.formatted(seconds)))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("listens.txt, line 2: listened_at " + message);
  }

  @Test
  void clocksMayBeAhead() throws Exception {
    assertThat(read("ann,t,1,%d\n".formatted(NOW.getEpochSecond() + 300))).hasSize(1);
    assertThatThrownBy(() -> read("ann,t,1,%d\n".formatted(NOW.getEpochSecond() + 301)))
        .hasMessageContaining("which is in the future");
    assertThatThrownBy(() -> read("ann,t,1,1969-01-01T00:00:00Z\n"))
        .hasMessageContaining("timestamp is 1969-01-01T00:00:00Z, allowed is 1970 and later.");
  }

  @Test
  void whatItIsGivenToMayRefuse() throws Exception {
    Path file = Files.writeString(folder.resolve("refused.csv"), "ann,t,1\nbob,t,1\n");
    assertThatThrownBy(
            () ->
                ListenFile.read(
                    file,
                    Optional.empty(),
                    NOW,
                    listen -> {
                      if (listen.user().equals("bob")) {
                        throw RequestException.invalid("user", "bob is not allowed.");
                      }
                    }))
        .isInstanceOf(ListeningException.class)
        .hasMessage("%s, line 2: bob is not allowed.", file);
  }

  @Test
  void whatIsNoTextIsNamed() throws Exception {
    Path file = folder.resolve("latin.jsonl");
    String blanks = " ".repeat(1 << 17);
    Files.write(file, ("{}" + blanks + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ListenFile.read(file, Optional.empty(), NOW, listen -> {}))
        .hasMessage("%s is not UTF-8 text.", file);
    assertThatThrownBy(() -> ListenFile.read(folder, Optional.empty(), NOW, listen -> {}))
        .isInstanceOf(ListeningException.class)
        .hasMessage("%s is a folder, not a file.", folder);
    assertThatThrownBy(() -> read("[\n{\"listened_at\":1}]"))
        .hasMessageContaining("listens.txt is a JSON array; listens are JSON objects, one a line");
    assertThatThrownBy(() -> read(" [ {\"listened_at\":1}]"))
        .hasMessageContaining("is a JSON array");
  }

  @Test
  void somebodyHasListened() throws Exception {
    Path file = Files.writeString(folder.resolve("anonymous.csv"), "artist,title\nAdele,Hello\n");
    assertThatThrownBy(() -> ListenFile.read(file, Optional.empty(), NOW, listen -> {}))
        .hasMessageContaining("line 2: a user is missing (--user says whose history it is)");
  }
}
