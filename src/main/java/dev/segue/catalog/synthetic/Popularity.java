package dev.segue.catalog.synthetic;

/**
 * How many people listen, 0 to 100: a long tail and many zeros.
 *
 * <p>A song stands around its genre's appeal, moved by the artist's fame, its album, its place on
 * it and its age; a share of songs that shrinks with fame is heard by nobody.
 */
final class Popularity {
  private static final int POINTS_OF_FAME = 15;
  private static final int POINTS_OF_LUCK = 8;
  private static final double POINTS_OF_LEAD = 1;
  private static final double POINTS_LOST_A_PLACE = 1.2;
  private static final double POINTS_LOST_A_YEAR = 0.12;
  private static final int BEST_REMEMBERED_YEAR = 2010;
  private static final double FORGOTTEN_SHARE = 0.16;
  private static final int LEAST_OF_HEARD = 1;

  private Popularity() {}

  static int ofSong(Artist artist, Album album, int song, Dice dice) {
    if (dice.chance(FORGOTTEN_SHARE * StrictMath.exp(-0.7 * artist.fame()))) {
      return 0;
    }
    double points =
        artist.home().appeal()
            + POINTS_OF_FAME * artist.fame()
            + album.appeal()
            + (song == 0 ? POINTS_OF_LEAD : -POINTS_LOST_A_PLACE * song)
            - POINTS_LOST_A_YEAR * Math.abs(album.year() - BEST_REMEMBERED_YEAR)
            + POINTS_OF_LUCK * dice.gaussian();
    return heard(points);
  }

  /**
   * A version of a song is usually heard less than the song, and sometimes more.
   *
   * @param loss points that such versions lose on average
   */
  static int ofVersion(int original, int loss, Dice dice) {
    if (original == 0 || dice.chance(FORGOTTEN_SHARE)) {
      return 0;
    }
    return heard(original - loss + POINTS_OF_LUCK * dice.gaussian());
  }

  /** Towards 100 every point is harder. */
  private static int heard(double points) {
    double soft = points < 70 ? points : 70 + 0.75 * (points - 70);
    return (int) Math.clamp(Math.rint(soft), LEAST_OF_HEARD, 98);
  }
}
