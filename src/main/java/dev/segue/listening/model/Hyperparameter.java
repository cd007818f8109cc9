package dev.segue.listening.model;

import dev.segue.query.RequestException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.random.RandomGenerator;

/** What training is told beside the data, and where the search for better values looks. */
public sealed interface Hyperparameter {
  /** As it is written in settings. */
  String name();

  /** Its value where none is given. */
  String usual();

  /**
   * Gives a value back as it is always written.
   *
   * @throws RequestException naming the hyperparameter, the value and what is allowed
   */
  String checked(String value);

  /** A random value to try. */
  String random(RandomGenerator random);

  /**
   * A number.
   *
   * @param min the least
   * @param max the most
   * @param whole whether it is a whole number
   * @param triedMin the least that a search tries
   * @param triedMax the most; it is drawn evenly on a logarithmic scale when it is tenfold or more
   *     the least and that is above 0
   */
  record Numeric(
      String name,
      String usual,
      double min,
      double max,
      boolean whole,
      double triedMin,
      double triedMax)
      implements Hyperparameter {
    @Override
    public String checked(String value) {
      try {
        double number = Double.parseDouble(value);
        if ((!whole || number == Math.rint(number)) && number >= min && number <= max) {
          return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }
      } catch (NumberFormatException e) {
        // told below, as any other wrong value
      }
      throw RequestException.invalid(
          "model",
          "%s is '%s', allowed is a %snumber from %s to %s."
              .formatted(name, value, whole ? "whole " : "", plain(min), plain(max)));
    }

    @Override
    public String random(RandomGenerator random) {
      double part = random.nextDouble();
      double number =
          triedMin > 0 && triedMax / triedMin >= 10
              ? triedMin * Math.pow(triedMax / triedMin, part)
              : triedMin + part * (triedMax - triedMin);
      return whole ? plain(Math.rint(number)) : plain(number);
    }

    /** Two significant digits are as many as a search can tell apart. */
    private static String plain(double number) {
      MathContext digits = new MathContext(number == Math.rint(number) ? 17 : 2);
      return new BigDecimal(number).round(digits).stripTrailingZeros().toPlainString();
    }
  }

  /** One of several names. */
  record Choice(String name, String usual, List<String> choices) implements Hyperparameter {
    /** Copies. */
    public Choice {
      choices = List.copyOf(choices);
    }

    @Override
    public String checked(String value) {
      if (!choices.contains(value)) {
        throw RequestException.invalid(
            "model",
            "%s is '%s', allowed is %s.".formatted(name, value, String.join(", ", choices)));
      }
      return value;
    }

    @Override
    public String random(RandomGenerator random) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
