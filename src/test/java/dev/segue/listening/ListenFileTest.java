package dev.segue.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenFileTest {
  @TempDir private Path folder;

  private List<String> read(String text) throws Exception {
    List<String> listens = new ArrayList<>();
    Path file = Files.writeString(folder.resolve("listens.txt"), text);
    ListenFile.read(
        file,
        Optional.of("me"),
        listen ->
            listens.add(
                String.join(
                    "|",
                    listen.user(),
                    listen.trackId(),
                    listen.artist(),
                    listen.title(),
                    Integer.toString(listen.plays()),
                    listen.at().map(at -> Long.toString(at.getEpochSecond())).orElse("?"))));
    return listens;
  }

  @Test
  void columnsAreThoseOfTheHeader() throws Exception {
    assertThat(read("user,track,plays,timestamp\nann,t1,3,1700000000\nbob,t2,,\n"))
        .containsExactly("ann|t1|||3|1700000000", "bob|t2|||1|?");
    assertThat(read("\uFEFFPlayed At,Track Name,Artist Name\r\n2023-11-14T22:13:20Z,Hello,Adele"))
        .containsExactly("me||Adele|Hello|1|1700000000");
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
        "user,track,plays\\nann,t,0 | line 2: plays is a whole number from 1 on",
        "user,track,plays\\nann,t,1.5 | line 2: plays is a whole number from 1 on",
        "user,track,timestamp\\nann,t,noon | line 2: the timestamp is in seconds",
        "user,track\\nann, | line 2: a track, or an artist and a title, is missing",
        "user,artist\\nann,Adele | line 2: a track, or an artist and a title, is missing",
        "{\"listened_at\":1}\\n{ | line 1: a track, or an artist",
        "{\"track_metadata\":{}} | line 1: listened_at is in seconds since 1970",
        "{ | line 1: a line is a JSON object"
      })
  void whatCannotBeReadIsNamed(String text, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("listens.txt, " + message);
  }

  @Test
  void somebodyHasListened() throws Exception {
    Path file = Files.writeString(folder.resolve("anonymous.csv"), "artist,title\nAdele,Hello\n");
    assertThatThrownBy(() -> ListenFile.read(file, Optional.empty(), listen -> {}))
        .hasMessageContaining("line 2: a user is missing (--user says whose history it is)");
  }
}
