package dev.segue.http.api;

import com.google.errorprone.annotations.FormatMethod;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
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
   * @throws RequestException saying where it ceases to be JSON, what it has twice, or how much of
   *     it is allowed
   */
  static JsonNode read(byte[] body) {
    try {
      return STRICT.readTree(body);
    } catch (StreamConstraintsException e) {
      throw invalid(
          "The body is JSON that is too deep, or has too long a name or number: allowed are %d"
              + " levels, names of %d characters and numbers of %d.",
          StreamReadConstraints.DEFAULT_MAX_DEPTH,
          StreamReadConstraints.DEFAULT_MAX_NAME_LEN,
          StreamReadConstraints.DEFAULT_MAX_NUM_LEN);
    } catch (JacksonException e) {
      int line = e.getLocation().getLineNr();
      int column = e.getLocation().getColumnNr();
      if (e.getOriginalMessage().startsWith("Duplicate ")
          && e.processor() instanceof JsonParser parser) {
        throw invalid(
            "The body has '%s' twice in one object: see line %d, column %d.",
            Quoted.of(parser.currentName()), line, column);
      }
      throw invalid("The body is no JSON: see line %d, column %d.", line, column);
    }
  }

  @FormatMethod
  private static RequestException invalid(String message, Object... values) {
    return RequestException.invalid("body", message.formatted(values));
  }
}
