package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.segue.catalog.NumericField;
import dev.segue.engine.Version;
import dev.segue.http.Served.Reply;
import dev.segue.http.api.Api;
import dev.segue.http.api.ListenerApi;
import dev.segue.http.api.RecommendationApi;
import dev.segue.http.api.SavedPlaylist;
import dev.segue.query.RequestException;
import dev.segue.query.TrackSort;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document and the code say the same, both ways. */
class OpenApiTest extends ServedTest {
  private final OpenApi document;

  OpenApiTest() throws Exception {
    document = new OpenApi();
  }

  @Test
  void routes() {
    assertThat(document.operations().keySet())
        .containsExactlyInAnyOrderElementsOf(served.server().routes());
  }

  @Test
  void parameters() {
    Map<String, List<String>> allowed =
        Map.of(
            "/api/search", Api.SEARCH,
            "/api/suggest", Api.SUGGEST,
            "/api/tracks/{id}/similar", Api.SIMILAR,
            "/api/similar", Api.SIMILAR_TO_TEXT,
            "/api/path", RecommendationApi.PATH,
            "/api/users/{id}/recommendations", ListenerApi.NAMES);
    for (String path : document.root.get("paths").propertyNames()) {
      if (isOfSpotify(path)) {
        continue;
      }
      assertThat(names(path, "query"))
          .as(path)
          .containsExactlyInAnyOrderElementsOf(allowed.getOrDefault(path, List.of()));
      assertThat(names(path, "path")).isEqualTo(path.contains("{id}") ? List.of("id") : List.of());
    }
  }

  /** In {@link SpotifyOpenApiTest}. */
  private static boolean isOfSpotify(String path) {
    return path.startsWith("/v1/") || path.equals("/api/token");
  }

  private List<String> names(String path, String place) {
    return document.parameters(path).stream()
        .filter(parameter -> parameter.get("in").asString().equals(place))
        .map(parameter -> parameter.get("name").asString())
        .toList();
  }

  @Test
  void ranges() {
    for (NumericField field : NumericField.values()) {
      List<JsonNode> schemas = new ArrayList<>();
      for (String end : List.of("min_", "max_")) {
        schemas.add(document.at("#/components/parameters/" + end + field.label() + "/schema"));
      }
      JsonNode track = document.at("#/components/schemas/Track/properties/" + field.label());
      JsonNode audio =
          document.at("#/components/schemas/AudioFeatures/properties/" + field.label());
      schemas.add(track.isMissingNode() ? audio : track);
      for (JsonNode schema : schemas) {
        assertThat(schema.get("minimum").asDouble()).as(field.label()).isEqualTo(field.min());
        assertThat(schema.get("maximum").asDouble()).as(field.label()).isEqualTo(field.max());
      }
      assertThat(schemas.getLast().get("type").toString().contains("integer"))
          .as(field.label())
          .isEqualTo(field.integral());
    }
  }

  @Test
  void sorts() {
    List<String> documented = strings(document.at("#/components/schemas/Sort/enum"));
    assertThat(documented).allMatch(word -> TrackSort.named(word).isPresent());
    assertThat(documented)
        .doesNotHaveDuplicates()
        .hasSize(1 + 2 * (1 + NumericField.values().length));
  }

  @Test
  void problemCodes() {
    Stream<String> codes =
        Stream.of(
                Stream.of(RequestException.Code.values())
                    .map(code -> code.name().toLowerCase(Locale.ROOT)),
                Stream.of(Refusal.values()).map(Refusal::code),
                Stream.of("event_conflict", "not_listening", "listening_unavailable"))
            .flatMap(each -> each);
    assertThat(strings(document.at("#/components/schemas/Problem/properties/code/enum")))
        .containsExactlyInAnyOrderElementsOf(codes.toList());
    String refused = document.at("#/components/responses/Refused/description").asString();
    for (Refusal refusal : Refusal.values()) {
      assertThat(refused).contains("`%d %s`".formatted(refusal.problem().status(), refusal.code()));
    }
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void everyOperationIsExplainedAndShown() {
    Set<String> ids = new HashSet<>();
    document
        .operations()
        .forEach(
            (request, operation) -> {
              assertThat(ids.add(operation.get("operationId").asString())).as(request).isTrue();
              assertThat(operation.get("summary").asString()).as(request).isNotBlank();
              assertThat(operation.get("tags")).as(request).hasSize(1);
              JsonNode responses = operation.get("responses");
              assertThat(responses.has("default")).as(request).isTrue();
              JsonNode first = document.resolved(responses.iterator().next());
              JsonNode content = first.get("content").iterator().next();
              assertThat(content.has("example") || content.has("examples")).as(request).isTrue();
            });
  }

  @Test
  void examplesAreWhatTheirSchemasSay() {
    List<String> checked = new ArrayList<>();
    document.walk(
        (pointer, node) -> {
          if (node.has("schema") && (node.has("example") || node.has("examples"))) {
            List<JsonNode> examples = new ArrayList<>();
            if (node.has("example")) {
              examples.add(node.get("example"));
            }
            node.path("examples").forEach(example -> examples.add(example.get("value")));
            for (JsonNode example : examples) {
              assertThat(document.departures(example, node.get("schema"))).as(pointer).isEmpty();
              checked.add(pointer);
            }
          }
        });
    assertThat(checked)
        .as("every operation shows an answer, every problem itself")
        .hasSizeGreaterThan(20);
  }

  @Test
  void nothingIsReferredToInVainAndNothingIsLeftOver() {
    Set<String> referred = new HashSet<>();
    document.walk(
        (pointer, node) -> {
          if (node.has("$ref")) {
            String target = node.get("$ref").asString();
            assertThat(document.at(target).isMissingNode()).as(target).isFalse();
            referred.add(target);
          }
        });
    document.walk(
        (pointer, node) -> {
          if (pointer.matches("#/components/\\w+/[^/]+")) {
            assertThat(referred).contains(pointer);
          }
        });
  }

  @Test
  void version() {
    assertThat(document.at("#/info/version").asString()).isEqualTo(Version.current());
    assertThat(document.at("#/servers/0/url").asString()).isEqualTo("/");
    assertThat(document.at("#/servers")).hasSize(1);
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
    operations.keySet().removeIf(request -> isOfSpotify(request.split(" ", 2)[1]));
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

  /** Other parameters of recommendations, and names in the document, are the same. */
  @Test
  void recommendationParameters() {
    assertThat(wishes("RecommendationQuestion"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RecommendationApi.RECOMMENDATIONS, RecommendationApi.FOR, ListenerApi.NAMES)
                .flatMap(List::stream)
                .filter(name -> !name.equals("seeds"))
                .distinct()
                .toList());
    assertThat(wishes("PlaylistQuestion"))
        .containsExactlyInAnyOrderElementsOf(RecommendationApi.PLAYLISTS);
    assertThat(document.at("#/components/schemas/Seed/properties/audio/properties").propertyNames())
        .containsExactlyElementsOf(
            Stream.of(NumericField.values()).map(NumericField::label).toList());
  }

  /** What a question may say besides its seeds. */
  private List<String> wishes(String question) {
    return Stream.of("Wishes", question)
        .map(schema -> document.at("#/components/schemas/" + schema + "/properties"))
        .flatMap(properties -> properties.propertyNames().stream())
        .filter(name -> !name.equals("seeds"))
        .toList();
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
    codes.add(code("/docs", served.raw("POST / HTTP/1.1", "Host: h", "Content-Length: 999999")));
    Set<String> all =
        new HashSet<>(strings(document.at("#/components/schemas/Problem/properties/code/enum")));
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
