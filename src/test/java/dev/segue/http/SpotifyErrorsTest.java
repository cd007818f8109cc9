package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.http.Served.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What clients of {@code /v1} do wrong. */
class SpotifyErrorsTest extends ServedTest {
  private static final List<Track> TRACKS = Served.catalogue();
  private static final Track TRACK = TRACKS.get(42);

  @TestFactory
  Stream<DynamicTest> errors() {
    String six = String.join(",", TRACKS.subList(0, 6).stream().map(Track::id).toList());
    String many = IntStream.range(0, 101).mapToObj(i -> "x").collect(Collectors.joining(","));
    String seed = "/v1/recommendations?seed_tracks=" + TRACK.id();
    return Map.<String, String>ofEntries(
            Map.entry("/v1/search?q=x&type=song", "400 type has 'song', allowed are album,"),
            Map.entry("/v1/search?q=x", "400 type is missing"),
            Map.entry("/v1/search?type=track", "400 q is missing"),
            Map.entry("/v1/search?q=%20&type=track", "400 q is missing"),
            Map.entry("/v1/search?q=artist:&type=track", "400 q is 'artist:', which names nothing"),
            Map.entry("/v1/search?q=x&type=track&limit=51", "400 limit is 51, allowed is 1 to 50."),
            Map.entry("/v1/search?q=x&type=track&limit=0", "400 limit is 0, allowed is 1 to 50."),
            Map.entry(
                "/v1/search?q=x&type=track&offset=1001",
                "400 offset is 1001, allowed is 0 to 1000."),
            Map.entry("/v1/search?q=x&type=track&offset=-1", "400 offset is -1"),
            Map.entry("/v1/search?q=year:x&type=track", "400 year is 'x', must be a year"),
            Map.entry(
                "/v1/search?type=artist&q=" + "a".repeat(501), "400 q has 501 characters, allowed"),
            Map.entry(
                "/v1/search?type=track&q=" + "tag:x+".repeat(100), "400 q has 600 characters"),
            Map.entry("/v1/tracks?ids=,", "400 ids is missing"),
            Map.entry("/v1/search?q=x&type=track&tpye=x", "400 There is no parameter 'tpye' here"),
            Map.entry("/v1/tracks", "400 ids is missing"),
            Map.entry("/v1/tracks?ids=" + many, "400 ids has 101 ids, allowed are 50."),
            Map.entry("/v1/audio-features?ids=" + many, "400 ids has 101 ids, allowed are 100."),
            Map.entry("/v1/albums?ids=" + many, "400 ids has 101 ids, allowed are 20."),
            Map.entry("/v1/tracks/x", "404 No track has the id 'x'."),
            Map.entry("/v1/audio-features/x", "404 No track has the id 'x'."),
            Map.entry("/v1/artists/x", "404 No artist has the id 'x'."),
            Map.entry("/v1/artists/x/top-tracks", "404 No artist has the id 'x'."),
            Map.entry("/v1/artists/x/albums", "404 No artist has the id 'x'."),
            Map.entry("/v1/artists/x/related-artists", "404 No artist has the id 'x'."),
            Map.entry("/v1/albums/x", "404 No album has the id 'x'."),
            Map.entry("/v1/albums/x/tracks", "404 No album has the id 'x'."),
            Map.entry(
                "/v1/artists/x/albums?include_groups=y", "400 include_groups is 'y', allowed"),
            Map.entry("/v1/audio-analysis/x", "404 analysis not found"),
            Map.entry("/v1/me", "404 There is nothing at /v1/me."),
            Map.entry(
                "/v1/recommendations", "400 seed_artists, seed_genres and seed_tracks have 0"),
            Map.entry(
                "/v1/recommendations?seed_tracks=" + six, "400 seed_artists, seed_genres and"),
            Map.entry(seed + "&max_tempo=-1", "400 max_tempo is -1, allowed is 0 to 500."),
            Map.entry(seed + "&limit=101", "400 limit is 101, allowed is 1 to 100."),
            Map.entry(seed + "&target_energy=NaN", "400 target_energy is 'NaN', must be a number."),
            Map.entry(seed + "&min_tempo=200&max_tempo=100", "400 min_tempo is 200 and max_tempo"),
            Map.entry(seed + "&target_valence=2", "400 target_valence is 2, allowed is 0 to 1."),
            Map.entry(seed + "&target_year=1999", "400 There is no parameter 'target_year' here"))
        .entrySet()
        .stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey().substring(0, Math.min(80, each.getKey().length())),
                    () -> assertError(served.get(each.getKey()), each.getValue())));
  }

  @Test
  void whatThisAddressDoesNotTake() throws Exception {
    assertError(served.ask("POST", "/v1/search"), "405 /v1/search does not take POST.");
    assertError(served.raw("GET /v1/search?q=%zz&type=track HTTP/1.1", "Host: h"), "400 ");
    assertError(served.raw("GET /v1/tracks HTTP/1.1", "Host: h", "X: " + "a".repeat(9000)), "431 ");
  }

  private static void assertError(Reply reply, String statusAndMessage) {
    JsonNode error = reply.json().get("error");
    assertThat(error.get("status").asInt()).isEqualTo(reply.status());
    assertThat(reply.status() + " " + error.get("message").asString()).startsWith(statusAndMessage);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
  }
}
