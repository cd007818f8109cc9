package dev.segue.http.api;

import dev.segue.query.RequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a question. */
final class JsonBody {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // to be refused by their names
          .build();

  private JsonBody() {}

  /**
   * Reads a body.
   *
   * @throws RequestException saying where it ceases to be JSON
   */
  static JsonNode read(byte[] body) {
    try {
      return STRICT.readTree(body);
    } catch (JacksonException e) {
      throw RequestException.invalid(
          "body",
          "The body is no JSON: see line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }
}
