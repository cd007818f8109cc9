package dev.segue.http.api;

import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A mix of wishes as it is asked for.
 *
 * @param seeds what answers shall be like, or not
 * @param parameters everything else
 */
public record WishesQuestion(List<SeedQuestion> seeds, Parameters parameters) {
  /** Copies. */
  public WishesQuestion {
    seeds = List.copyOf(seeds);
  }

  /**
   * Reads a JSON object: {@code seeds}, a list of objects, and parameters, each a number, a text, a
   * flag, or a list of these where several are allowed; {@code null} is as good as nothing.
   *
   * @throws RequestException when it is no such object
   */
  public static WishesQuestion read(byte[] body) {
    JsonNode json = JsonBody.read(body);
    if (!json.isObject()) {
      throw RequestException.invalid(
          "body", "The body must be a JSON object, such as {\"seeds\": [{\"genre\": \"jazz\"}]}.");
    }
    List<SeedQuestion> seeds = new ArrayList<>();
    Map<String, List<String>> parameters = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : json.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (name.equals("seeds")) {
        seeds.addAll(seeds(value));
      } else if (!value.isNull()) {
        parameters.put(name, values(name, value));
      }
    }
    return new WishesQuestion(seeds, new Parameters(parameters));
  }

  private static List<SeedQuestion> seeds(JsonNode json) {
    if (!json.isArray()) {
      throw RequestException.invalid("seeds", "seeds must be a list of objects.");
    }
    List<SeedQuestion> seeds = new ArrayList<>();
    for (JsonNode seed : json) {
      try {
        seeds.add(SeedQuestion.of(seed));
      } catch (RequestException e) {
        throw RequestException.invalid(
            "seeds", "seeds[%d]: %s".formatted(seeds.size(), e.getMessage()));
      }
    }
    return seeds;
  }

  private static List<String> values(String name, JsonNode value) {
    List<String> values = new ArrayList<>();
    for (JsonNode each : value.isArray() ? value : List.of(value)) {
      if (!each.isValueNode() || each.isNull()) {
        throw RequestException.invalid(
            Quoted.of(name),
            "%s is %s, must be a number, a text or a flag."
                .formatted(Quoted.of(name), Quoted.of(each)));
      }
      values.add(each.asString());
    }
    return values;
  }
}
