package dev.segue.recommend;

import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FeatureValues;
import java.util.List;
import java.util.Optional;

/**
 * An answer to a mix of wishes.
 *
 * @param seeds how each seed was taken, in order
 * @param tracks this page
 * @param firstRank of its first track, from 1
 * @param pool where the tracks come from
 * @param whyFewer what took most, where fewer came back than were asked for
 * @param nextCursor asks for more; empty where there is no more
 */
public record Recommendation(
    List<Taken> seeds,
    List<Recommended> tracks,
    int firstRank,
    Pool pool,
    Optional<WhyFewer> whyFewer,
    Optional<String> nextCursor) {
  /** Copies. */
  public Recommendation {
    seeds = List.copyOf(seeds);
    tracks = List.copyOf(tracks);
  }

  /**
   * What a seed was taken for.
   *
   * @param label what it is called among people
   * @param tracks how many tracks stand for it
   * @param values its numbers, of several tracks their means; NaN where unknown
   */
  public record Taken(Seed seed, String label, int tracks, FeatureValues values) {}

  /** A track and why it is here; its score is the sum of its parts. */
  public record Recommended(ScoredTrack hit, List<Reason> reasons) {
    /** Copies. */
    public Recommended {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * How many tracks there were.
   *
   * @param candidates in the index
   * @param afterFilters of these, how many pass the filters
   * @param afterVariety of these, how many are on this page and those before, after versions were
   *     folded and caps were kept
   */
  public record Pool(int candidates, int afterFilters, int afterVariety) {}

  /**
   * What took most tracks.
   *
   * @param condition its parameter, or {@code catalogue} where nothing was taken
   * @param removed how many tracks it took
   */
  public record WhyFewer(String condition, int removed) {}
}
