package dev.segue.http.api;

import com.google.errorprone.annotations.FormatMethod;
import dev.segue.catalog.NumericField;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import dev.segue.search.SearchRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A seed as it is asked for.
 *
 * @param kind what it is
 * @param value the id, the name or the text; of {@link Kind#AUDIO}, empty
 * @param numbers of {@link Kind#AUDIO}
 * @param weight 1 where nothing is said
 */
public record SeedQuestion(
    Kind kind, String value, Map<NumericField, Double> numbers, double weight) {

  /** What a seed is; in JSON, the name of its value. */
  public enum Kind {
    TRACK,
    ARTIST,
    GENRE,
    TEXT,
    AUDIO;

    /** In small letters. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that label. */
    public static Optional<Kind> named(String label) {
      return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
  }

  /** Copies, and refuses blank names. */
  public SeedQuestion {
    numbers = Map.copyOf(numbers);
    if (kind != Kind.AUDIO && value.isBlank()) {
      throw RequestException.invalid("seeds", "%s is blank.".formatted(kind.label()));
    }
    if (kind == Kind.TEXT && value.length() > SearchRequest.MAX_LENGTH) {
      throw invalid(
          "text has %d characters, allowed are %d", value.length(), SearchRequest.MAX_LENGTH);
    }
    if (kind == Kind.AUDIO && numbers.isEmpty()) {
      throw RequestException.invalid("seeds", "audio is empty; name at least one feature.");
    }
  }

  /**
   * Reads a seed.
   *
   * @throws RequestException saying what is wrong, without the seed's position
   */
  static SeedQuestion of(JsonNode json) {
    if (!json.isObject()) {
      throw invalid("must be an object such as {\"track\": \"…\", \"weight\": 1}");
    }
    Kind kind = null;
    for (Map.Entry<String, JsonNode> property : json.properties()) {
      Kind named = Kind.named(property.getKey()).orElse(null);
      if (named == null && !property.getKey().equals("weight")) {
        throw invalid(
            "there is no '%s'; there are %s and weight", Quoted.of(property.getKey()), kinds());
      }
      if (named != null && kind != null) {
        throw invalid("has both %s and %s, must be one thing", kind.label(), named.label());
      }
      kind = named == null ? kind : named;
    }
    if (kind == null) {
      throw invalid("says nothing; name one of %s", kinds());
    }
    JsonNode value = json.get(kind.label());
    double weight = json.has("weight") ? number("weight", json.get("weight")) : 1;
    if (kind == Kind.AUDIO) {
      if (!value.isObject()) {
        throw invalid("audio must be an object such as {\"tempo\": 120}");
      }
      Map<NumericField, Double> numbers = new EnumMap<>(NumericField.class);
      for (Map.Entry<String, JsonNode> feature : value.properties()) {
        numbers.put(field(feature.getKey()), number(feature.getKey(), feature.getValue()));
      }
      return audio(numbers, weight);
    }
    if (!value.isString()) {
      throw invalid("%s is %s, must be text", kind.label(), Quoted.of(value));
    }
    return new SeedQuestion(kind, value.asString(), Map.of(), weight);
  }

  /**
   * A seed of numbers.
   *
   * @throws RequestException when one is out of its field's range
   */
  public static SeedQuestion audio(Map<NumericField, Double> numbers, double weight) {
    numbers.forEach(
        (field, number) -> {
          try {
            field.check(number);
          } catch (IllegalArgumentException e) {
            throw invalid("audio.%s", e.getMessage());
          }
        });
    return new SeedQuestion(Kind.AUDIO, "", numbers, weight);
  }

  /**
   * The number of a track of that name.
   *
   * @throws RequestException when there is none
   */
  public static NumericField field(String name) {
    return NumericField.named(name)
        .orElseThrow(
            () ->
                invalid(
                    "there is no audio.%s; there are %s",
                    Quoted.of(name),
                    Arrays.stream(NumericField.values())
                        .map(NumericField::label)
                        .collect(Collectors.joining(", "))));
  }

  private static double number(String name, JsonNode value) {
    if (!value.isNumber()) {
      throw invalid("%s is %s, must be a number", name, Quoted.of(value));
    }
    return value.asDouble(Double.NaN); // out of every range, where a double cannot hold it
  }

  private static String kinds() {
    return Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));
  }

  @FormatMethod
  private static RequestException invalid(String message, Object... values) {
    return RequestException.invalid("seeds", message.formatted(values) + ".");
  }
}
