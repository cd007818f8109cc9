package dev.segue.recommend;

import dev.segue.catalog.Track;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import java.util.Set;

/**
 * How much the tracks of an answer shall differ.
 *
 * @param diversity δ of maximal marginal relevance, [0, 1]: 0 answers what is most relevant, 1 what
 *     is least like the tracks before it
 * @param maxPerArtist how many tracks any one artist may have, 1 to 100, or {@link #NO_LIMIT}
 * @param maxPerAlbum how many tracks may be of one album, 1 to 100, or {@link #NO_LIMIT}
 * @param spacing how many tracks stand between two by one artist at least, 0 to 100
 * @param yielding whether fewer may where nothing else is left
 */
public record Variety(
    double diversity, int maxPerArtist, int maxPerAlbum, int spacing, boolean yielding) {
  /** As many as are there. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  /** The highest limit. */
  public static final int MOST = 100;

  /** What is done when nobody asks for anything else. */
  public static final Variety DEFAULT = new Variety(0.2, NO_LIMIT, NO_LIMIT, 0);

  /** The same for listeners, whose taste may be one artist. */
  public static final Variety FOR_LISTENERS =
      new Variety(DEFAULT.diversity, NO_LIMIT, NO_LIMIT, 3, true);

  /** Of which nothing yields. */
  public Variety(double diversity, int maxPerArtist, int maxPerAlbum, int spacing) {
    this(diversity, maxPerArtist, maxPerAlbum, spacing, false);
  }

  /**
   * Checks the numbers.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public Variety {
    if (!(diversity >= 0 && diversity <= 1)) {
      throw RequestException.invalid(
          "diversity", "diversity is %s, allowed is 0 to 1.".formatted(diversity));
    }
    checkLimit("max_per_artist", maxPerArtist);
    checkLimit("max_per_album", maxPerAlbum);
    RequestException.checkCount("spacing", spacing, 0, MOST);
  }

  /** The artists of a track, as they are counted. */
  public static Set<String> artists(Track track) {
    return TrackFilter.keys(track.artists());
  }

  /** The album of a track, as that of its main artist: many are called Greatest Hits. */
  public static Set<String> albums(Track track) {
    return track.album() == null
        ? Set.of()
        : Set.of(NameKey.of(track.artists().getFirst()) + "\n" + NameKey.of(track.album()));
  }

  private static void checkLimit(String parameter, int limit) {
    if (limit != NO_LIMIT) {
      RequestException.checkCount(parameter, limit, 1, MOST);
    }
  }
}
