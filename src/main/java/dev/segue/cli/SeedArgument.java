package dev.segue.cli;

import dev.segue.catalog.NumericField;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.SeedQuestion;
import dev.segue.http.api.SeedQuestion.Kind;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A seed on the command line: {@code artist:NAME}, {@code genre:NAME}, {@code track:ID}, {@code
 * audio:tempo=120,energy=.8}, an id, or what one remembers of a song; {@code ^2} behind it weighs
 * twice.
 */
final class SeedArgument {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(track|artist|genre|text|audio):)?(.*?)(?:\\^([0-9.]+))?", Pattern.DOTALL);

  private SeedArgument() {}

  /**
   * Reads a seed.
   *
   * @param sign 1, or -1 for what answers shall not be like
   * @throws RequestException saying what is wrong with it
   */
  static SeedQuestion read(String argument, int sign, Snapshot snapshot) throws IOException {
    Matcher parts = SHAPE.matcher(argument);
    if (!parts.matches()) {
      throw invalid(argument, "is no seed");
    }
    double weight = sign * (parts.group(3) == null ? 1 : number(argument, parts.group(3)));
    String value = parts.group(2).strip();
    Kind kind;
    if (parts.group(1) != null) {
      kind = Kind.named(parts.group(1)).orElseThrow();
    } else {
      kind = snapshot.index().byId(value).isPresent() ? Kind.TRACK : Kind.TEXT;
    }
    return kind == Kind.AUDIO
        ? SeedQuestion.audio(numbers(argument, value), weight)
        : new SeedQuestion(kind, value, Map.of(), weight);
  }

  private static Map<NumericField, Double> numbers(String argument, String list) {
    Map<NumericField, Double> numbers = new EnumMap<>(NumericField.class);
    for (String each : list.split(",", -1)) {
      String[] both = each.split("=", 2);
      if (both.length < 2) {
        throw invalid(argument, "must be numbers, such as audio:tempo=120,energy=.8");
      }
      numbers.put(
          SeedQuestion.field(both[0].strip().replace('-', '_')), number(argument, both[1].strip()));
    }
    return numbers;
  }

  private static double number(String argument, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw invalid(argument, "has '" + text + "' where a number must stand");
    }
  }

  private static RequestException invalid(String argument, String what) {
    return RequestException.invalid("seeds", "'%s' %s.".formatted(argument, what));
  }
}
