package dev.segue.catalog.synthetic;

/** Ids that look like a streaming service's: 22 digits of base 62. */
final class TrackId {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** 62¹¹ > 2⁶⁴: so many digits hold any 64 bits. */
  private static final int DIGITS_IN_HALF = 11;

  /** More than any artist records, and few enough for 2⁵² artists. */
  static final int MAX_TRACKS_OF_ARTIST = 1 << 12;

  private TrackId() {}

  /**
   * The id of an artist's n-th track. No two tracks of a seed share one: the last half of the id is
   * a bijection of artist and number; the first merely looks the part.
   *
   * @param number [0, {@link #MAX_TRACKS_OF_ARTIST})
   */
  static String of(long seed, long artist, int number) {
    long salted = Dice.mix(artist * MAX_TRACKS_OF_ARTIST + number ^ Dice.mix(seed));
    char[] id = new char[2 * DIGITS_IN_HALF];
    write(Dice.mix(salted), id, 0);
    write(salted, id, DIGITS_IN_HALF);
    return new String(id);
  }

  private static void write(long bits, char[] id, int from) {
    long rest = bits;
    for (int i = from + DIGITS_IN_HALF - 1; i >= from; i--) {
      id[i] = DIGITS.charAt((int) Long.remainderUnsigned(rest, DIGITS.length()));
      rest = Long.divideUnsigned(rest, DIGITS.length());
    }
  }
}
