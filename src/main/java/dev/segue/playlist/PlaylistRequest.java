package dev.segue.playlist;

import dev.segue.query.RequestException;
import dev.segue.recommend.SimilarRequest;
import dev.segue.recommend.Wishes;

/**
 * A playlist that is wished for.
 *
 * @param wishes what its tracks shall be like
 * @param length how long it shall be
 * @param curve how energy goes
 * @param seed another number, another playlist
 */
public record PlaylistRequest(Wishes wishes, Length length, EnergyCurve curve, long seed) {
  /** How long a playlist shall be. */
  public sealed interface Length {}

  /**
   * So many tracks.
   *
   * @param count 1 to {@value SimilarRequest#MAX_K}
   */
  public record Tracks(int count) implements Length {
    /**
     * Checks the count.
     *
     * @throws RequestException naming the parameter, the value and the limit
     */
    public Tracks {
      RequestException.checkCount("k", count, 1, SimilarRequest.MAX_K);
    }
  }

  /**
   * So many minutes, as nearly as the tracks at hand allow.
   *
   * @param count 1 to {@value #MOST}
   */
  public record Minutes(double count) implements Length {
    /** Twelve hours. */
    public static final int MOST = 720;

    /**
     * Checks the count.
     *
     * @throws RequestException naming the parameter, the value and the limit
     */
    public Minutes {
      if (!(count >= 1 && count <= MOST)) {
        throw RequestException.invalid(
            "minutes", "minutes is %s, allowed is 1 to %d.".formatted(count, MOST));
      }
    }

    long millis() {
      return Math.round(count * 60_000);
    }
  }
}
