package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.segue.http.Served.Reply;
import dev.segue.http.api.SavedPlaylist;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server answers as the document says, with everything that the document says. */
class OpenApiAnswersTest extends ServedTest {
  private final OpenApi document;

  OpenApiAnswersTest() throws Exception {
    document = new OpenApi();
  }

  @Test
  void answers() throws Exception {
    String id = Served.catalogue().get(42).id();
    String artist = Served.catalogue().get(42).artists().getFirst();
    String misspelt =
        Served.catalogue().stream()
            .map(track -> track.name())
            .filter(name -> name.matches("[a-zA-Z]{7,}"))
            .map(name -> name.substring(0, 4) + name.substring(5))
            .findFirst()
            .orElseThrow();
    List<Map.Entry<String, String>> questions =
        List.of(
            entry("/api/search", "/api/search"),
            entry("/api/search", "/api/search?limit=100"),
            entry("/api/search", "/api/search?limit=100&sort=-year"),
            entry("/api/search", "/api/search?limit=100&sort=name"),
            entry("/api/search", "/api/search?q=the&explicit=false&min_year=1990"),
            entry("/api/search", "/api/search?q=qwertzuiop"),
            entry("/api/search", Served.url("/api/search", "q", artist + " qwertzuiop")),
            entry("/api/search", Served.url("/api/search", "q", misspelt)),
            entry("/api/search", "/api/search?q=the&facets=true&highlight=true&limit=100"),
            entry("/api/search", "/api/search?q=calm+music+under+3+minutes&limit=100"),
            entry("/api/search", "/api/search?q=love&mode=sound&space=profile-16"),
            entry("/api/search", "/api/search?q=love&mode=hybrid&fusion=rrf&rrf_k=1&facets=true"),
            entry("/api/search", "/api/search?q=energy:%3E7+love&facets=true"),
            entry("/api/suggest", "/api/suggest"),
            entry("/api/suggest", "/api/suggest?q=a&limit=20"),
            entry("/api/suggest", "/api/suggest?q=" + misspelt),
            entry("/api/tracks/{id}", "/api/tracks/" + id),
            entry("/api/tracks/{id}/similar", "/api/tracks/" + id + "/similar?k=100"),
            entry(
                "/api/tracks/{id}/similar",
                "/api/tracks/" + id + "/similar?k=100&space=profile-16"),
            entry("/api/similar", "/api/similar?q=the&k=100"),
            entry("/api/similar", "/api/similar?q=the&space=profile-16"),
            entry("/api/path", Served.url("/api/path", "from", id, "to", artist)),
            entry("/api/path", "/api/path?from=" + id + "&to=the&steps=100&space=profile-16"),
            entry("/api/stats", "/api/stats"),
            entry("/healthz", "/healthz"),
            entry("/readyz", "/readyz"),
            entry("/metrics", "/metrics"),
            entry("/openapi.yaml", "/openapi.yaml"),
            entry("/docs", "/docs"));
    Set<String> asked = new HashSet<>();
    for (Map.Entry<String, String> question : questions) {
      Reply reply = served.get(question.getValue());
      assertThat(reply.status()).as(question.getValue()).isEqualTo(200);
      document.conforms(question.getKey(), reply);
      asked.add("GET " + question.getKey());
      String tag = reply.header("ETag");
      if (tag != null) {
        Reply again = served.get(question.getValue(), "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        document.conforms(question.getKey(), again);
      }
    }
    for (String path : List.of("/api/recommendations", "/api/playlists")) {
      JsonNode content =
          document
              .at("#/paths/" + path.replace("/", "~1"))
              .at("/post/requestBody/content/application~1json");
      for (String seed : List.of("track", "artist", "genre", "text", "audio")) {
        String question = wish(seed, id, artist);
        assertThat(document.departures(Served.JSON.readTree(question), content.get("schema")))
            .as(question)
            .isEmpty();
        Reply reply = served.post(path, question);
        assertThat(reply.status()).as(question + reply.text()).isEqualTo(200);
        document.conforms(path, reply);
        asked.add("POST " + path);
      }
    }
    for (String format : SavedPlaylist.FORMATS.keySet()) {
      String question = "{\"seeds\": [{\"text\": \"the\"}], \"format\": \"%s\"}".formatted(format);
      document.conforms("/api/playlists", served.post("/api/playlists", question));
    }
    Map<String, JsonNode> operations = new HashMap<>(document.operations());
    operations.keySet().removeIf(request -> OpenApi.isOfSpotify(request.split(" ", 2)[1]));
    operations
        .values()
        .removeIf(
            each -> each.at("/tags/0").asString().equals("Listening")); // in ListeningHttpTest
    assertThat(asked).isEqualTo(operations.keySet());
    operations.forEach(
        (request, operation) -> {
          for (String type : operation.at("/responses/200/content").propertyNames()) {
            assertThat(document.seenTypes()).contains(request.split(" ", 2)[1] + " 200 " + type);
          }
        });
  }

  private static String wish(String kind, String id, String artist) {
    String value =
        switch (kind) {
          case "track" -> Served.JSON.writeValueAsString(id);
          case "artist" -> Served.JSON.writeValueAsString(artist);
          case "genre" ->
              Served.JSON.writeValueAsString(Served.catalogue().getFirst().genres().getFirst());
          case "text" -> "\"the\"";
          default -> "{\"tempo\": 120, \"energy\": 0.3}";
        };
    return """
    {"seeds": [{"%s": %s}], "k": 100, "target_tempo": 120, "target_year": 1999,
     "min_energy": 0.1, "exclude": ["x"], "max_per_artist": 1, "spacing": 1}
    """
        .formatted(kind, value);
  }

  /** The document tells answers to seeds from those to listeners. */
  @Test
  void recommendationsSayWhatTheyWentBy() throws Exception {
    String id = Served.catalogue().get(42).id();
    for (boolean ofListener : new boolean[] {false, true}) {
      String question =
          ofListener ? "{\"listened\": [\"%s\"]}" : "{\"seeds\": [{\"track\": \"%s\"}]}";
      JsonNode answer = served.post("/api/recommendations", question.formatted(id)).json();
      assertThat(departures(answer)).isEmpty();
      for (String name : List.of(ofListener ? "strategy" : "method", "tracks")) {
        assertThat(departures(without(answer, "", name))).as(name).isNotEmpty();
      }
      String part = ofListener ? "sound" : "seeds";
      assertThat(departures(without(answer, "/tracks/0/score_parts", part))).isNotEmpty();
      String other = ofListener ? "seeds" : "sound";
      assertThat(departures(with(answer, "/tracks/0/score_parts", other, 0))).isNotEmpty();
      assertThat(departures(with(answer, "", ofListener ? "method" : "alpha", 1))).isNotEmpty();
      for (double score : new double[] {-1.1, 1.1}) {
        assertThat(departures(with(answer, "/tracks/0", "score", score))).isNotEmpty();
      }
    }
  }

  private List<String> departures(JsonNode recommendations) {
    return document.departures(
        recommendations,
        document.at(
            "#/paths/~1api~1recommendations/post/responses/200/content/application~1json/schema"));
  }

  private static JsonNode without(JsonNode answer, String place, String name) {
    JsonNode copy = answer.deepCopy();
    ((ObjectNode) copy.at(place)).remove(name);
    return copy;
  }

  private static JsonNode with(JsonNode answer, String place, String name, double value) {
    JsonNode copy = answer.deepCopy();
    ((ObjectNode) copy.at(place)).put(name, value);
    return copy;
  }

  @Test
  void problems() throws Exception {
    String long9000 = "a".repeat(9000);
    String unpopular = Served.catalogue().get(1).id();
    Set<String> codes = new HashSet<>();
    codes.add(code("/api/search", served.get("/api/search?limit=0")));
    codes.add(code("/api/search", served.get("/api/search?x=0")));
    codes.add(code("/api/search", served.get("/api/search?q=" + long9000)));
    codes.add(code("/api/search", served.get("/api/search", "X-Long", long9000)));
    codes.add(code("/api/search", served.ask("POST", "/api/search")));
    codes.add(code("/api/search", served.get("/api/search?cursor=" + expiredCursor())));
    codes.add(code("/api/similar", served.get("/api/similar?q=the&space=x")));
    codes.add(code("/api/recommendations", served.post("/api/recommendations", "{")));
    codes.add(code("/api/path", served.get("/api/path?from=qwertzuiop&to=qwertzuiop")));
    codes.add(code("/api/similar", served.get("/api/similar?q=qwertzuiop")));
    codes.add(code("/api/tracks/{id}", served.get("/api/tracks/x")));
    codes.add(code("/api/tracks/{id}/similar", served.get("/api/tracks/x/similar")));
    codes.add(
        code(
            "/api/tracks/{id}/similar",
            served.get("/api/tracks/" + unpopular + "/similar?space=profile-16")));
    String event = "{\"event_id\":\"e\",\"user_id\":\"u\",\"track_id\":\"t\",\"type\":\"%s\"}";
    assertThat(served.post("/api/events", event.formatted("like")).status()).isEqualTo(202);
    codes.add(code("/api/events", served.post("/api/events", event.formatted("skip"))));
    codes.add(code("/docs", served.get("/nothing")));
    codes.add(code("/docs", served.raw("GARBAGE")));
    codes.add(
        code(
            "/api/playlists",
            served.raw("POST /api/playlists HTTP/1.1", "Host: h", "Content-Length: 999999")));
    Set<String> all =
        new HashSet<>(document.strings("#/components/schemas/Problem/properties/code/enum"));
    all.remove("internal_error"); // in HttpServerTest
    all.removeAll(List.of("not_listening", "listening_unavailable")); // in ListeningHttpTest
    assertThat(codes).isEqualTo(all);
  }

  private String code(String path, Reply reply) {
    document.conforms(path, reply);
    return reply.json().get("code").asString();
  }

  /** A cursor of the generation before the first. */
  private String expiredCursor() throws Exception {
    String cursor = served.get("/api/search").json().get("next_cursor").asString();
    byte[] bytes = Base64.getUrlDecoder().decode(cursor);
    bytes[Long.BYTES - 1]--;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
