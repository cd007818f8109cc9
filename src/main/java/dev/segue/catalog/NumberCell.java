package dev.segue.catalog;

import java.util.Locale;

/**
 * Reads the numbers of catalogue cells.
 *
 * <p>Decimal numbers come out as {@link Double#parseDouble} reads them, to the last bit. Most take
 * a shorter way there: a mantissa below 2^53 and a power of ten up to 10^22 are exact in a double,
 * so one division or multiplication rounds correctly (W. D. Clinger, "How to read floating point
 * numbers accurately", PLDI 1990).
 */
final class NumberCell {
  private static final long EXACT_MANTISSA = 1L << 53;
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final int[] SEMITONES_FROM_A = {9, 11, 0, 2, 4, 5, 7};

  private NumberCell() {}

  /**
   * The number in a cell, or NaN when there is none. Besides decimals, a key may be a note ({@code
   * C#}, {@code Bb}), a mode {@code Major} or {@code Minor}, a time signature {@code 3/4}.
   */
  static double parse(NumericField field, String cell) {
    String text = cell.strip();
    double number = decimal(text);
    if (!Double.isNaN(number) || text.isEmpty()) {
      return number;
    }
    return switch (field) {
      case KEY -> note(text);
      case MODE -> mode(text);
      case TIME_SIGNATURE -> text.matches("[0-9]/[0-9]{1,2}") ? text.charAt(0) - '0' : Double.NaN;
      default -> Double.NaN;
    };
  }

  /** Whether the number may stand in that field. */
  static boolean fits(NumericField field, double number) {
    return number >= field.min()
        && number <= field.max()
        && (!field.integral() || number == Math.rint(number));
  }

  /**
   * Gives a number back when it may stand in that field.
   *
   * @throws Rejection with the value and the limit
   */
  static double inRange(NumericField field, double number) throws Rejection {
    try {
      return field.check(number);
    } catch (IllegalArgumentException e) {
      boolean inside = number >= field.min() && number <= field.max();
      throw new Rejection(
          field.label() + (inside ? " not a whole number" : " out of range"), e.getMessage());
    }
  }

  /**
   * A decimal number such as {@code -6.746}, {@code 4}, {@code 1.01e-06}; NaN for anything else,
   * also for what only Java takes for a number ({@code 1d}, {@code 0x1p3}).
   */
  static double decimal(String text) {
    int end = text.length();
    int at = 0;
    boolean negative = end > 0 && text.charAt(0) == '-';
    if (end > 0 && (negative || text.charAt(0) == '+')) {
      at++;
    }
    long mantissa = 0;
    int scale = 0;
    int digits = 0;
    boolean fraction = false;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits++;
        scale += fraction ? 1 : 0;
        // once past 2^53 the mantissa only has to stay there
        mantissa = mantissa < EXACT_MANTISSA ? mantissa * 10 + (c - '0') : EXACT_MANTISSA + 1;
      } else if (c == '.' && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    int exponent = 0;
    if (at < end) {
      if ((text.charAt(at) | 0x20) != 'e') {
        return Double.NaN;
      }
      exponent = exponent(text, at + 1);
      if (exponent == Integer.MIN_VALUE) {
        return Double.NaN;
      }
    }
    int power = exponent - scale;
    if (mantissa > EXACT_MANTISSA || Math.abs(power) >= EXACT_POWERS.length) {
      return Double.parseDouble(text);
    }
    double size = power < 0 ? mantissa / EXACT_POWERS[-power] : mantissa * EXACT_POWERS[power];
    return negative ? -size : size;
  }

  /** The whole number from there to the end, capped at ±9999, or MIN_VALUE if there is none. */
  private static int exponent(String text, int from) {
    int at = from;
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (at < text.length() && (negative || text.charAt(at) == '+')) {
      at++;
    }
    if (at == text.length()) {
      return Integer.MIN_VALUE;
    }
    int exponent = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < '0' || c > '9') {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(9999, exponent * 10 + (c - '0'));
    }
    return negative ? -exponent : exponent;
  }

  private static double note(String text) {
    char letter = Character.toUpperCase(text.charAt(0));
    if (letter < 'A' || letter > 'G' || text.length() > 2) {
      return Double.NaN;
    }
    int semitone = SEMITONES_FROM_A[letter - 'A'];
    if (text.length() == 1) {
      return semitone;
    }
    return switch (text.charAt(1)) {
      case '#', '♯' -> (semitone + 1) % 12;
      case 'b', '♭' -> (semitone + 11) % 12;
      default -> Double.NaN;
    };
  }

  private static double mode(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "major" -> 1;
      case "minor" -> 0;
      default -> Double.NaN;
    };
  }
}
