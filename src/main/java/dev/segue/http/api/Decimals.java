package dev.segue.http.api;

/** Numbers as people want to read them. */
final class Decimals {
  private Decimals() {}

  /** Rounded to so many places, half up. */
  static double round(double number, int places) {
    double scale = Math.pow(10, places);
    return Math.round(number * scale) / scale;
  }
}
