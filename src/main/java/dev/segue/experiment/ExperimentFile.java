package dev.segue.experiment;

import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of experiments:
 *
 * <pre>{@code
 * {"experiments": [
 *   {"name": "more-sound", "start": "2026-11-01T00:00:00Z", "variants": [
 *     {"name": "control", "share": 50},
 *     {"name": "treatment", "share": 50, "parameters": {"strategy": "hybrid", "alpha": 0.1}}]}]}
 * }</pre>
 *
 * <p>Values of parameters are texts, numbers or flags. Whatever else is in it is a mistake, and so
 * is a key that is there twice; a mistake is told with the file, the experiment and the variant.
 */
public final class ExperimentFile {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Optional<Collection<String>> parameters;

  private ExperimentFile(Optional<Collection<String>> parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads experiments that are to be answered by.
   *
   * @param parameters that variants may have
   * @throws RequestException naming what is wrong, and where
   * @throws IOException naming the file when it cannot be read
   */
  public static Experiments read(Path file, Collection<String> parameters) throws IOException {
    return new ExperimentFile(Optional.of(List.copyOf(parameters))).read(file);
  }

  /**
   * Reads experiments whatever the parameters of their variants, such as those of other times.
   *
   * @throws RequestException naming what is wrong, and where
   * @throws IOException naming the file when it cannot be read
   */
  public static Experiments readAny(Path file) throws IOException {
    return new ExperimentFile(Optional.empty()).read(file);
  }

  private Experiments read(Path file) throws IOException {
    byte[] json;
    try {
      json = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("The experiments %s cannot be read.".formatted(file), e);
    }
    return within(
        file.toString(),
        () -> {
          JsonNode all = parse(json);
          checkKeys(all, "experiments");
          return new Experiments(each(all, "experiments", "experiment", this::experiment));
        });
  }

  private static JsonNode parse(byte[] json) {
    try {
      return STRICT.readTree(json);
    } catch (JacksonException e) {
      throw invalid(
          "this is no JSON, or has a key twice: see line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private Experiment experiment(JsonNode json) {
    checkKeys(json, "name", "start", "variants");
    String name = text(json, "name");
    Instant start = start(text(json, "start"));
    return new Experiment(name, start, each(json, "variants", "variant", this::variant));
  }

  private Variant variant(JsonNode json) {
    checkKeys(json, "name", "share", "parameters");
    JsonNode share = json.path("share");
    if (!share.isNumber()) {
      throw invalid("share is %s, must be a number.".formatted(told(share)));
    }
    Variant variant =
        new Variant(
            text(json, "name"), share.asDouble(Double.NaN), values(json.path("parameters")));
    for (String name : variant.parameters().keySet()) {
      if (parameters.isPresent() && !parameters.get().contains(name)) {
        throw invalid(
            "there is no parameter '%s'; there are %s."
                .formatted(name, String.join(", ", parameters.get())));
      }
    }
    return variant;
  }

  private static Map<String, String> values(JsonNode json) {
    if (json.isMissingNode()) {
      return Map.of();
    }
    if (!json.isObject()) {
      throw invalid("parameters is %s, must be an object.".formatted(json));
    }
    Map<String, String> values = new TreeMap<>();
    json.forEachEntry(
        (name, value) -> {
          if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            throw invalid("%s is %s, must be a text, a number or a flag.".formatted(name, value));
          }
          values.put(name, value.asString());
        });
    return values;
  }

  /** Reads a list, and says of mistakes in which part of it they are. */
  private static <T> List<T> each(
      JsonNode json, String key, String what, Function<JsonNode, T> read) {
    JsonNode list = json.path(key);
    if (!list.isArray()) {
      throw invalid("%s is %s, must be a list.".formatted(key, told(list)));
    }
    List<T> parts = new ArrayList<>();
    for (JsonNode part : list) {
      JsonNode name = part.path("name");
      String place = name.isString() ? "'%s'".formatted(name.asString()) : "" + (parts.size() + 1);
      parts.add(within(what + " " + place, () -> read.apply(part)));
    }
    return parts;
  }

  private static <T> T within(String place, Supplier<T> part) {
    try {
      return part.get();
    } catch (RequestException e) {
      throw invalid(place + ": " + e.getMessage());
    }
  }

  private static void checkKeys(JsonNode json, String... allowed) {
    if (!json.isObject()) {
      throw invalid("this is %s, must be an object.".formatted(told(json)));
    }
    for (String key : json.propertyNames()) {
      if (!List.of(allowed).contains(key)) {
        throw invalid("there is no '%s'; there are %s.".formatted(key, String.join(", ", allowed)));
      }
    }
  }

  private static String text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (!value.isString()) {
      throw invalid("%s is %s, must be a text.".formatted(key, told(value)));
    }
    return value.asString();
  }

  private static Instant start(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw invalid(
          "start is '%s', must be a time with its offset, such as 2026-11-01T00:00:00Z."
              .formatted(text));
    }
  }

  private static String told(JsonNode json) {
    return json.isMissingNode() ? "missing" : json.toString();
  }

  private static RequestException invalid(String message) {
    return RequestException.invalid("experiments", message);
  }
}
