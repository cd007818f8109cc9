package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.http.Served.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Playlists and walks over HTTP. */
class PlaylistsHttpTest extends ServedTest {
  private static final String PATH = "/api/playlists";

  @Test
  void aPlaylistHasPartsThatAddUpAndMeansBesideThoseOfItsSeeds() throws Exception {
    String id = Served.catalogue().get(40).id();
    JsonNode json =
        served
            .post(
                PATH,
                """
                {"seeds": [{"track": "%s"}, {"genre": "%s", "weight": -0.5}], "k": 12,
                 "energy_curve": [0.9, 0.2], "target_tempo": 120, "seed": 9223372036854775807}
                """
                    .formatted(id, Served.catalogue().get(3).genres().getFirst()))
            .json();
    assertThat(json.get("tracks")).hasSize(12);
    assertThat(json.get("energy_curve").asString()).isEqualTo("points");
    assertThat(json.get("seed").asLong()).isEqualTo(Long.MAX_VALUE);
    long millis = 0;
    for (JsonNode entry : json.get("tracks")) {
      double sum = entry.get("score_parts").valueStream().mapToDouble(JsonNode::asDouble).sum();
      assertThat(sum).isCloseTo(entry.get("score").asDouble(), within(5e-6));
      assertThat(entry.get("score_parts").has("target_tempo")).isTrue();
      millis += entry.at("/track/duration_ms").asLong();
    }
    assertThat(json.get("duration_ms").asLong()).isEqualTo(millis);
    assertThat(json.at("/tracks/0/wanted_energy").asDouble()).isEqualTo(.9);
    assertThat(json.at("/tracks/11/wanted_energy").asDouble()).isEqualTo(.2);
    assertThat(json.at("/means/energy/seeds").asDouble())
        .isCloseTo(Served.catalogue().get(40).audio().energy(), within(1e-4));
  }

  @Test
  void filesAreSentAsWhatTheyAre() throws Exception {
    String question =
        "{\"seeds\": [{\"text\": \"the\"}], \"k\": 3, \"title\": \"Späte / Stunde\", \"format\":"
            + " \"%s\"}";
    Reply m3u8 = served.post(PATH, question.formatted("m3u8"));
    assertThat(m3u8.header("Content-Type")).startsWith("audio/mpegurl");
    assertThat(m3u8.header("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''Sp%C3%A4te%20_%20Stunde.m3u8");
    assertThat(m3u8.text()).startsWith("#EXTM3U\n#PLAYLIST:Späte / Stunde\n");
    assertThat(served.post(PATH, question.formatted("xspf")).text())
        .contains("<title>Späte / Stunde</title>");
    assertThat(served.post(PATH, question.formatted("csv")).text().lines()).hasSize(4);
    assertThat(served.post(PATH, question.formatted("spotify_uris")).text().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("spotify:track:"));
    Reply json = served.post(PATH, question.formatted("json"));
    assertThat(json.header("Content-Type")).startsWith("application/json");
    assertThat(json.header("Content-Disposition"))
        .isEqualTo("inline; filename*=UTF-8''Sp%C3%A4te%20_%20Stunde.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "minutes | 0.5 | minutes is 0.5, allowed is 1 to 720.",
        "minutes | 721 | minutes is 721.0, allowed is 1 to 720.",
        "minutes | NaN | minutes is 'NaN', must be a number.",
        "k | 0 | k is 0, allowed is 1 to 100.",
        "k | 101 | k is 101, allowed is 1 to 100.",
        "energy_curve | 'up' | energy_curve is 'up', allowed are steady, rising, falling,"
            + " wave, and 2 to 100 numbers.",
        "energy_curve | 'points' | energy_curve is 'points', allowed are steady",
        "energy_curve | ['wave', 'wave'] | energy_curve is 'wave', must be a number.",
        "energy_curve | 0.5 | energy_curve is '0.5', allowed are steady",
        "energy_curve | [0.5, 2] | energy_curve has 2.0, allowed is 0 to 1.",
        "energy_curve | [0.5, null] | must be a number, a text or a flag.",
        "seed | 1.5 | seed is '1.5', must be a whole number.",
        "seed | 9223372036854775808 | allowed are whole numbers up to 9223372036854775807.",
        "format | 'mp3' | format is 'mp3', allowed are json, csv, m3u8, xspf, spotify_uris.",
        "title | ' ' | title has 1 characters",
        "cursor | 'x' | There is no parameter 'cursor' here",
        "exclude | ' ' | exclude is blank",
      })
  void wrongWishesAreNamed(String name, String value, String complaint) throws Exception {
    Reply reply =
        served.post(
            PATH,
            "{'seeds': [{'text': 'the'}], '%s': %s}".formatted(name, value).replace('\'', '"'));
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("detail").asString()).contains(complaint.strip());
  }

  @Test
  void aWalkGoesFromTheOneToTheOther() throws Exception {
    String from = Served.catalogue().get(5).id();
    String artist = Served.catalogue().get(90).artists().getFirst();
    JsonNode json =
        served.get(Served.url("/api/path", "from", from, "to", artist, "steps", "7")).json();
    assertThat(json.at("/from/confidence").asDouble()).isEqualTo(1);
    assertThat(json.at("/to/query").asString()).isEqualTo(artist);
    List<String> ids = new ArrayList<>();
    json.get("tracks").forEach(hit -> ids.add(hit.at("/track/id").asString()));
    assertThat(ids).hasSize(7).startsWith(from).endsWith(json.at("/to/id").asString());
    Set<String> once = new HashSet<>(ids);
    assertThat(once).hasSize(7);
    assertThat(json.at("/tracks/0").has("distance")).isFalse();
    assertThat(json.at("/tracks/1/distance").asDouble()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | from | from is missing; name a song by its id, or as you remember it. to is missing",
        "from=the | to | to is missing",
        "from=qwertzuiop&to=asdfghjk | from | from is 'qwertzuiop': no track has that id, and none"
            + " is found by such words. to is 'asdfghjk'",
        "from=the&to=asdfghjk | to | to is 'asdfghjk'",
        "from=genre:jazz&to=the | from | from has no words; name a song.",
        "from=the&to=the | to | from and to are both",
        "from=the&to=love&steps=101 | steps | steps is 101, allowed is 2 to 100.",
        "from=the&to=love&space=x | space | space is 'x'",
        "from=the&to=love&k=4 | k | There is no parameter 'k' here",
      })
  void wrongWalksAreNamed(String query, String parameter, String complaint) throws Exception {
    Reply reply = served.get("/api/path?" + query);
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().get("detail").asString()).contains(complaint);
    assertThat(reply.json().get("parameter").asString()).isEqualTo(parameter);
  }
}
