package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.NumericField;
import dev.segue.engine.Version;
import dev.segue.http.api.Api;
import dev.segue.http.api.ListenerApi;
import dev.segue.http.api.RecommendationApi;
import dev.segue.query.RequestException;
import dev.segue.query.TrackSort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document and the code have the same names and numbers, both ways. */
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
      if (OpenApi.isOfSpotify(path)) {
        continue; // in SpotifyOpenApiTest
      }
      assertThat(names(path, "query"))
          .as(path)
          .containsExactlyInAnyOrderElementsOf(allowed.getOrDefault(path, List.of()));
      assertThat(names(path, "path"))
          .isEqualTo(
              Pattern.compile("\\{(\\w+)}").matcher(path).results().map(r -> r.group(1)).toList());
    }
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
    List<String> documented = document.strings("#/components/schemas/Sort/enum");
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
    assertThat(document.strings("#/components/schemas/Problem/properties/code/enum"))
        .containsExactlyInAnyOrderElementsOf(codes.toList());
    String refused = document.at("#/components/responses/Refused/description").asString();
    for (Refusal refusal : Refusal.values()) {
      assertThat(refused).contains("`%d %s`".formatted(refusal.problem().status(), refusal.code()));
    }
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
}
