package dev.segue.catalog.synthetic;

/**
 * Where one trait lies in a genre, in the unit of its {@link Trait}.
 *
 * @param centre mean or median
 * @param spread at least 0
 */
record Marginal(double centre, double spread) {

  /** Reads {@code 0.62/0.14}, or {@code 0.62} where a trait has no spread. */
  static Marginal parse(String cell) {
    String[] parts = cell.split("/", 2);
    return new Marginal(
        Double.parseDouble(parts[0]), parts.length == 1 ? 0 : Double.parseDouble(parts[1]));
  }

  /** The marginal part of the way to another: 0 stays here, 1 arrives there. */
  Marginal towards(Marginal other, double part) {
    return new Marginal(
        centre + part * (other.centre - centre), spread + part * (other.spread - spread));
  }
}
