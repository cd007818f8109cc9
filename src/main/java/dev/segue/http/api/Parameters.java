package dev.segue.http.api;

import dev.segue.catalog.NumericField;
import dev.segue.query.Quoted;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The named values of a question. Whatever is wrong with one is said with its name. */
public final class Parameters {
  /**
   * Narrower than Java's own idea of a number, which knows {@code NaN}, {@code 1d} and {@code
   * 0x1p3}.
   */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  /** Also with a point and zeros: JSON has one kind of number. */
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,40}(\\.0{1,40})?");

  private final Map<String, List<String>> values;

  /**
   * Takes the values.
   *
   * @param values by name; a name may have several
   */
  public Parameters(Map<String, List<String>> values) {
    this.values = Map.copyOf(values);
  }

  /** All of them by name. */
  public Map<String, List<String>> values() {
    return values;
  }

  /**
   * Gives these back when all their names are allowed.
   *
   * @throws RequestException naming the first that is not, and those that are
   */
  public Parameters only(Collection<String> allowed) {
    for (String name : new TreeSet<>(values.keySet())) {
      if (!allowed.contains(name)) {
        throw new RequestException(
            Code.UNKNOWN_PARAMETER,
            Quoted.of(name),
            allowed.isEmpty()
                ? "There is no parameter '%s' here, nor any other.".formatted(Quoted.of(name))
                : "There is no parameter '%s' here; there are %s."
                    .formatted(Quoted.of(name), String.join(", ", allowed)));
      }
    }
    return this;
  }

  /**
   * Every value of a name that may have several.
   *
   * @throws RequestException when one is blank
   */
  List<String> all(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.stream().anyMatch(String::isBlank)) {
      throw RequestException.invalid(
          name, "%s is blank; leave it out where it does not matter.".formatted(name));
    }
    return all;
  }

  /**
   * The value of a name.
   *
   * @throws RequestException when it has several
   */
  public Optional<String> one(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw RequestException.invalid(
          name, "%s is given %d times, allowed is once.".formatted(name, all.size()));
    }
    return all.stream().findFirst();
  }

  /**
   * A whole number.
   *
   * @throws RequestException when it is none
   */
  public int integer(String name, int otherwise) {
    return whole(name, BigDecimal::intValueExact, Integer.MAX_VALUE).orElse(otherwise);
  }

  /**
   * A whole number that may be large.
   *
   * @throws RequestException when it is none
   */
  long longInteger(String name, long otherwise) {
    return whole(name, BigDecimal::longValueExact, Long.MAX_VALUE).orElse(otherwise);
  }

  private <N> Optional<N> whole(String name, Function<BigDecimal, N> exact, long most) {
    Optional<String> text = one(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!WHOLE.matcher(text.get()).matches()) {
      throw RequestException.invalid(
          name, "%s is '%s', must be a whole number.".formatted(name, Quoted.of(text.get())));
    }
    try {
      return Optional.of(exact.apply(new BigDecimal(text.get())));
    } catch (ArithmeticException e) {
      throw RequestException.invalid(
          name,
          "%s is '%s', allowed are whole numbers up to %d."
              .formatted(name, Quoted.of(text.get()), most));
    }
  }

  /**
   * A number.
   *
   * @throws RequestException when it is none
   */
  public Optional<Double> decimal(String name) {
    return one(name).map(text -> decimal(name, text));
  }

  /**
   * A number.
   *
   * @throws RequestException when it is none
   */
  static double decimal(String name, String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw RequestException.invalid(
          name, "%s is '%s', must be a number.".formatted(name, Quoted.of(text)));
    }
    return Double.parseDouble(text);
  }

  /**
   * A number of a track.
   *
   * @param name of the parameter
   * @param field whose range the number must lie in
   * @throws RequestException when it is none, or does not
   */
  Optional<Double> number(String name, NumericField field) {
    Optional<Double> number = decimal(name);
    if (number.isPresent() && !(number.get() >= field.min() && number.get() <= field.max())) {
      throw RequestException.invalid(
          name,
          "%s is %s, allowed is %s."
              .formatted(name, Quoted.of(one(name).orElseThrow()), field.range()));
    }
    return number;
  }

  /**
   * A yes or no.
   *
   * @throws RequestException when it is neither {@code true} nor {@code false}
   */
  Optional<Boolean> flag(String name) {
    return one(name)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw RequestException.invalid(
                          name,
                          "%s is '%s', must be true or false.".formatted(name, Quoted.of(text)));
                });
  }

  /**
   * One of some words, which are the names of constants in small letters.
   *
   * @throws RequestException when it is none of them
   */
  <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
    Map<String, E> words = new LinkedHashMap<>();
    List.of(choices.getEnumConstants()).forEach(each -> words.put(Json.word(each), each));
    return choice(name, words, "");
  }

  /**
   * What one of some words means.
   *
   * @param words with what they mean
   * @param others what else is allowed, as it is told after the words, such as {@code ", and 2
   *     numbers"}; empty where nothing is
   * @throws RequestException when it is none of them
   */
  <V> Optional<V> choice(String name, Map<String, V> words, String others) {
    return one(name)
        .map(
            text -> {
              if (!words.containsKey(text)) {
                throw RequestException.invalid(
                    name,
                    "%s is '%s', allowed are %s%s."
                        .formatted(
                            name, Quoted.of(text), String.join(", ", words.keySet()), others));
              }
              return words.get(text);
            });
  }
}
