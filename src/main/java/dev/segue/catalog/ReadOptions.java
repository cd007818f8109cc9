package dev.segue.catalog;

/**
 * How a catalogue is read.
 *
 * @param keepDuplicates whether every row is a track of its own; otherwise rows of one id are one
 *     track with the genres of all
 * @param impute whether missing numbers are filled with their column's median and missing names and
 *     artists with the most frequent ones; otherwise such rows are rejected
 * @param maxRejects the share of rows that may be rejected, [0, 1]; more, and the catalogue is
 *     refused
 */
public record ReadOptions(boolean keepDuplicates, boolean impute, double maxRejects) {
  /** Duplicates are merged, nothing is filled in, and at most 5 % of the rows may be rejected. */
  public static final ReadOptions DEFAULT = new ReadOptions(false, false, 0.05);

  /**
   * Checks the share.
   *
   * @throws IllegalArgumentException naming the option, the value and the limit
   */
  public ReadOptions {
    if (!(maxRejects >= 0 && maxRejects <= 1)) {
      throw new IllegalArgumentException(
          "max_rejects is %s, allowed is 0 to 1".formatted(maxRejects));
    }
  }
}
