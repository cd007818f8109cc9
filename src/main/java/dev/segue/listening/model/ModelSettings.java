package dev.segue.listening.model;

import dev.segue.query.RequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A kind of model and the values of all its hyperparameters; written {@code
 * edlae:lambda=30,dropout=0.5}, where what is not named is as usual.
 */
public final class ModelSettings<K extends ModelKind> {
  private final K kind;
  private final Map<String, String> values;

  private ModelSettings(K kind, Map<String, String> given) {
    this.kind = kind;
    values = new LinkedHashMap<>();
    for (Hyperparameter each : kind.hyperparameters()) {
      values.put(each.name(), each.checked(given.getOrDefault(each.name(), each.usual())));
    }
  }

  /** A kind with its usual values. */
  public static <K extends ModelKind> ModelSettings<K> usual(K kind) {
    return new ModelSettings<>(kind, Map.of());
  }

  /** A kind with random values, as a search tries them. */
  public static <K extends ModelKind> ModelSettings<K> random(K kind, RandomGenerator random) {
    Map<String, String> drawn = new LinkedHashMap<>();
    kind.hyperparameters().forEach(each -> drawn.put(each.name(), each.random(random)));
    return new ModelSettings<>(kind, drawn);
  }

  /**
   * Reads settings.
   *
   * @param kinds of which it is one
   * @throws RequestException naming what is unknown or not allowed, and what there is
   */
  public static <K extends ModelKind> ModelSettings<K> parse(String text, K[] kinds) {
    String[] parts = text.strip().split(":", 2);
    K kind =
        Arrays.stream(kinds)
            .filter(each -> each.kind().equals(parts[0]))
            .findFirst()
            .orElseThrow(
                () ->
                    RequestException.invalid(
                        "model",
                        "There is no model '%s'. There are: %s."
                            .formatted(
                                parts[0],
                                Arrays.stream(kinds)
                                    .map(ModelKind::kind)
                                    .collect(Collectors.joining(", ")))));
    Map<String, String> given = new LinkedHashMap<>();
    for (String pair : parts.length < 2 ? List.<String>of() : List.of(parts[1].split(",", -1))) {
      String[] nameAndValue = pair.split("=", 2);
      if (nameAndValue.length < 2
          || given.put(nameAndValue[0].strip(), nameAndValue[1].strip()) != null) {
        throw RequestException.invalid(
            "model",
            "'%s' in '%s' is no setting; write %s:name=value,name=value, each name once."
                .formatted(pair, text, kind.kind()));
      }
    }
    List<String> names = kind.hyperparameters().stream().map(Hyperparameter::name).toList();
    List<String> unknown = new ArrayList<>(given.keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw RequestException.invalid(
          "model",
          "%s has no setting '%s'. %s"
              .formatted(
                  kind.kind(),
                  unknown.getFirst(),
                  names.isEmpty() ? "It has none." : "It has: " + String.join(", ", names) + "."));
    }
    return new ModelSettings<>(kind, given);
  }

  /** The same, but for one value. */
  public ModelSettings<K> with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new ModelSettings<>(kind, changed);
  }

  /** The kind. */
  public K kind() {
    return kind;
  }

  /** The value of a number. */
  public double number(String name) {
    return Double.parseDouble(values.get(name));
  }

  /** The value of a whole number. */
  public int count(String name) {
    return Integer.parseInt(values.get(name));
  }

  /** The value of a choice. */
  public String choice(String name) {
    return values.get(name);
  }

  /** All values by their names. */
  public Map<String, String> values() {
    return Map.copyOf(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelSettings<?> settings
        && kind.equals(settings.kind)
        && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** As it can be read again: what is as usual is left out. */
  @Override
  public String toString() {
    String unusual =
        kind.hyperparameters().stream()
            .filter(each -> !values.get(each.name()).equals(each.checked(each.usual())))
            .map(each -> each.name() + "=" + values.get(each.name()))
            .collect(Collectors.joining(","));
    return unusual.isEmpty() ? kind.kind() : kind.kind() + ":" + unusual;
  }
}
