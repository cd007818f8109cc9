package dev.segue.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The document that the server describes itself by, opened for tests. */
final class OpenApi {
  private static final String ID = "https://segue.test/openapi";

  final JsonNode root;
  private final SchemaRegistry schemas;

  /** Schemas are found by their place in the document, so that their references lead into it. */
  private final IdentityHashMap<JsonNode, String> pointers = new IdentityHashMap<>();

  private final Set<String> seenTypes = new HashSet<>();

  OpenApi() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
      // Not Jackson's own YAML, which does not follow aliases.
      root =
          Served.JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
    }
    walk((pointer, node) -> pointers.put(node, pointer));
    schemas =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(ID, root.toString())));
  }

  /** What stands at a pointer, such as {@code #/components/schemas/Track}. */
  JsonNode at(String pointer) {
    return root.at(JsonPointer.compile(pointer.substring(1)));
  }

  /** The texts of the list that stands at a pointer. */
  List<String> strings(String pointer) {
    return at(pointer).valueStream().map(JsonNode::asString).toList();
  }

  /** Whether a path is of Spotify's face. */
  static boolean isOfSpotify(String path) {
    return path.startsWith("/v1/") || path.equals("/api/token");
  }

  /** The node itself, or what its {@code $ref} leads to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(at(node.get("$ref").asString())) : node;
  }

  /** The documented requests, such as {@code GET /api/search}, each with its operation. */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    root.get("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> {
                      if (!method.equals("parameters")) {
                        operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation);
                      }
                    }));
    return operations;
  }

  /** What a path does: its GET, or where it has none, the only thing that it does. */
  private JsonNode operation(String path) {
    JsonNode item = root.get("paths").get(path);
    return Stream.of("get", "post", "delete")
        .filter(item::has)
        .map(item::get)
        .findFirst()
        .orElseThrow();
  }

  /** The parameters of a path's operation, resolved. */
  List<JsonNode> parameters(String path) {
    JsonNode item = root.get("paths").get(path);
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
    operation(path).path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
    return parameters;
  }

  /** The documented reply of a path's operation with that status, or the default. */
  JsonNode response(String path, int status) {
    JsonNode responses = operation(path).get("responses");
    JsonNode response = responses.get(Integer.toString(status));
    return resolved(response == null ? responses.get("default") : response);
  }

  /** Where a value departs from a schema, given as it stands in the document. */
  List<String> departures(JsonNode value, JsonNode schema) {
    return schemas.getSchema(SchemaLocation.of(ID + pointers.get(schema))).validate(value).stream()
        .map(Error::toString)
        .toList();
  }

  /** Holds a reply against the document. */
  void conforms(String path, Served.Reply reply) {
    JsonNode response = response(path, reply.status());
    for (String header : response.path("headers").propertyNames()) {
      if (!header.equals("Allow") || reply.status() == 405) {
        assertThat(reply.header(header)).as(path + " " + header).isNotNull();
        JsonNode schema = resolved(response.get("headers").get(header)).get("schema");
        JsonNode value = Served.JSON.valueToTree(reply.header(header));
        assertThat(departures(value, schema)).as(path + " " + header).isEmpty();
      }
    }
    if (!response.has("content")) {
      assertThat(reply.body()).isEmpty();
      return;
    }
    String type = reply.header("Content-Type").split(";", -1)[0];
    if (path.equals("/api/playlists") && reply.status() == 200) {
      assertThat(response.get("content").propertyNames()).contains(type);
    } else {
      assertThat(response.get("content").propertyNames()).containsExactly(type);
    }
    seenTypes.add(path + " " + reply.status() + " " + type);
    if (type.endsWith("json")) {
      JsonNode schema = response.get("content").get(type).get("schema");
      assertThat(departures(reply.json(), schema)).as(reply.text()).isEmpty();
    }
  }

  /** Path, status and media type of every reply that was held against the document. */
  Set<String> seenTypes() {
    return seenTypes;
  }

  /** Visits every node with its pointer. */
  void walk(BiConsumer<String, JsonNode> visitor) {
    walk(root, "#", visitor);
  }

  private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(pointer, node);
    if (node.isObject()) {
      node.forEachEntry(
          (key, child) ->
              walk(child, pointer + '/' + key.replace("~", "~0").replace("/", "~1"), visitor));
    } else {
      int i = 0;
      for (JsonNode child : node) {
        walk(child, pointer + '/' + i++, visitor);
      }
    }
  }
}
