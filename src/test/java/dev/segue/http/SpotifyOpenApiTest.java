package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Track;
import dev.segue.http.Served.Reply;
import dev.segue.query.Entity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document and the face of Spotify's API say the same, both ways. */
class SpotifyOpenApiTest extends ServedTest {
  private static final Pattern THERE_ARE = Pattern.compile("there are (.*)\\.$");
  private static final Track TRACK = Served.catalogue().get(44);
  private static final String ARTIST = Entity.artistId(TRACK.artists().getFirst());
  private static final String ALBUM = Entity.ALBUM.ids(TRACK).getFirst();

  private final OpenApi document;

  SpotifyOpenApiTest() throws Exception {
    document = new OpenApi();
  }

  /** Those that each address says it takes when it is asked for another. */
  @Test
  void parameters() throws Exception {
    for (String path : paths()) {
      Set<String> documented =
          document.parameters(path).stream()
              .filter(parameter -> parameter.get("in").asString().equals("query"))
              .map(parameter -> parameter.get("name").asString())
              .collect(Collectors.toCollection(TreeSet::new));
      String message =
          served
              .get(path.replace("{id}", "x") + "?nothing=1")
              .json()
              .at("/error/message")
              .asString();
      Matcher thereAre = THERE_ARE.matcher(message);
      assertThat(thereAre.find()).as(path + " " + message).isTrue();
      assertThat(new TreeSet<>(Arrays.asList(thereAre.group(1).split(", ", -1))))
          .as(path)
          .isEqualTo(documented);
    }
  }

  @Test
  void answers() throws Exception {
    List<Map.Entry<String, String>> questions =
        List.of(
            Map.entry(
                "/v1/recommendations",
                "?seed_tracks=%s&seed_artists=%s&seed_genres=%s&limit=100"
                    .formatted(TRACK.id(), ARTIST, Served.encode(TRACK.genres().getFirst()))),
            Map.entry("/v1/recommendations/available-genre-seeds", ""),
            Map.entry("/v1/audio-features", "?ids=" + ids(100)),
            Map.entry("/v1/audio-features/{id}", TRACK.id()),
            Map.entry("/v1/search", "?q=year:1900-2100&type=track,artist,album,show&limit=50"),
            Map.entry("/v1/search", "?q=the&type=track,artist,album,playlist&offset=5&limit=5"),
            Map.entry("/v1/tracks", "?ids=" + ids(50)),
            Map.entry("/v1/tracks/{id}", TRACK.id()),
            Map.entry("/v1/artists", "?ids=x," + ARTIST),
            Map.entry("/v1/artists/{id}", ARTIST),
            Map.entry("/v1/artists/{id}/top-tracks", ARTIST),
            Map.entry("/v1/artists/{id}/related-artists", ARTIST),
            Map.entry("/v1/artists/{id}/albums", ARTIST),
            Map.entry("/v1/albums", "?ids=x," + ALBUM),
            Map.entry("/v1/albums/{id}", ALBUM),
            Map.entry("/v1/albums/{id}/tracks", ALBUM));
    Set<String> asked = new HashSet<>(Set.of("/v1/audio-analysis/{id}")); // among the problems
    for (Map.Entry<String, String> question : questions) {
      String path = question.getKey();
      String url =
          path.contains("{id}")
              ? path.replace("{id}", question.getValue())
              : path + question.getValue();
      Reply reply = served.get(url);
      assertThat(reply.status()).as(url + reply.text()).isEqualTo(200);
      document.conforms(path, reply);
      document.conforms(path, served.get(url, "If-None-Match", reply.header("ETag")));
      asked.add(path);
    }
    assertThat(asked).isEqualTo(paths());
  }

  @Test
  void problems() throws Exception {
    for (String path : paths()) {
      document.conforms(path, served.get(path.replace("{id}", "nobody")));
      document.conforms(path, served.get(path.replace("{id}", "nobody") + "?nothing=1"));
      document.conforms(path, served.ask("DELETE", path.replace("{id}", "nobody")));
    }
  }

  @Test
  void tokens() throws Exception {
    String form = "application/x-www-form-urlencoded";
    String grant = "grant_type=client_credentials&client_id=app&client_secret=secret";
    Reply granted = served.post("/api/token", grant, "Content-Type", form);
    assertThat(granted.status()).isEqualTo(200);
    document.conforms("/api/token", granted);
    document.conforms("/api/token", served.post("/api/token", "", "Content-Type", form));
    document.conforms("/api/token", served.get("/api/token"));
  }

  private Set<String> paths() {
    return document.root.get("paths").propertyNames().stream()
        .filter(path -> path.startsWith("/v1/"))
        .collect(Collectors.toSet());
  }

  /** So many of the catalogue, with all their gaps, and one that nobody has. */
  private static String ids(int count) {
    return "nobody,"
        + Served.catalogue().stream()
            .limit(count - 1)
            .map(Track::id)
            .collect(Collectors.joining(","));
  }
}
