package dev.segue.http.api;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How answers are written: snake_case, nulls shown. */
public final class Json {
  /** Its media type. */
  public static final String TYPE = "application/json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private Json() {}

  /** For programs: UTF-8, as short as it gets. */
  public static byte[] bytes(Object answer) {
    return MAPPER.writeValueAsBytes(answer);
  }

  /** For people: indented. */
  public static String pretty(Object answer) {
    return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(answer);
  }
}
