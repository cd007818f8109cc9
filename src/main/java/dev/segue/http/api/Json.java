package dev.segue.http.api;

import java.util.Locale;
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

  /** How a constant is called, in answers as in questions. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** For programs: UTF-8, as short as it gets. */
  public static byte[] bytes(Object answer) {
    return MAPPER.writeValueAsBytes(answer);
  }

  /** For people: indented. */
  public static String pretty(Object answer) {
    return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(answer);
  }
}
