package dev.segue.playlist;

import dev.segue.catalog.Track;
import dev.segue.query.RequestException;
import dev.segue.recommend.SimilarRequest;
import dev.segue.recommend.Wishes;
import java.util.List;
import java.util.OptionalLong;

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
  public sealed interface Length {
    /** About how many tracks that is. */
    int estimate();

    /** How long it takes, in milliseconds, where it is about time. */
    OptionalLong millis();

    /** How many of some tracks make it, at least 1 of at least 1. */
    int places(List<Track> tracks);

    /** Whether some tracks would do for two. */
    boolean isTwiceIn(List<Track> tracks);

    /** Whether a playlist is shorter, by more than a tenth where it is about time. */
    boolean isMoreThan(List<Track> tracks);
  }

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

    @Override
    public int estimate() {
      return count;
    }

    @Override
    public OptionalLong millis() {
      return OptionalLong.empty();
    }

    @Override
    public int places(List<Track> tracks) {
      return Math.min(count, tracks.size());
    }

    @Override
    public boolean isTwiceIn(List<Track> tracks) {
      return tracks.size() >= 2 * count;
    }

    @Override
    public boolean isMoreThan(List<Track> tracks) {
      return tracks.size() < count;
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

    /** What a song takes. */
    private static final double TYPICAL_MINUTES = 3.5;

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

    @Override
    public int estimate() {
      return (int) Math.ceil(count / TYPICAL_MINUTES);
    }

    @Override
    public OptionalLong millis() {
      return OptionalLong.of(wanted());
    }

    private long wanted() {
      return Math.round(count * 60_000);
    }

    /** As if all were as long as the one in the middle. */
    @Override
    public int places(List<Track> tracks) {
      int[] sorted = tracks.stream().mapToInt(Track::durationMillis).sorted().toArray();
      long places = Math.round((double) wanted() / sorted[sorted.length / 2]);
      return Math.clamp(places, 1, sorted.length);
    }

    @Override
    public boolean isTwiceIn(List<Track> tracks) {
      return duration(tracks) >= 2 * wanted();
    }

    @Override
    public boolean isMoreThan(List<Track> tracks) {
      return duration(tracks) < 0.9 * wanted();
    }

    private static long duration(List<Track> tracks) {
      return tracks.stream().mapToLong(Track::durationMillis).sum();
    }
  }
}
