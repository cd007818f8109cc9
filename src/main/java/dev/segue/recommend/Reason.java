package dev.segue.recommend;

import dev.segue.catalog.NumericField;
import java.util.Optional;

/**
 * Why a track was recommended.
 *
 * @param kind what it is about
 * @param text for people
 * @param seed the position of the seed it is about, from 0, or -1
 * @param field the number it is about
 * @param track that number of the track, or NaN
 * @param wanted that number of the seed, or the target, or NaN
 */
public record Reason(
    Kind kind, String text, int seed, Optional<NumericField> field, double track, double wanted) {

  /** What a reason is about. */
  public enum Kind {
    /** The seed that the track is nearest to. */
    SEED,
    /** A number in which track and seed agree more than by chance. */
    FEATURE,
    /** An artist whom track and seed have in common. */
    ARTIST,
    /** A genre that track and seed have in common. */
    GENRE,
    /** A target that the track meets. */
    TARGET,
    /** That the answer shall be varied. */
    VARIETY,
    /** Something that the listener played, whose listeners play the track, too. */
    TASTE,
    /** That many like the track. */
    POPULARITY,
    /** That something is left to chance. */
    EXPLORATION
  }

  /** A reason without numbers. */
  public static Reason of(Kind kind, String text, int seed) {
    return new Reason(kind, text, seed, Optional.empty(), Double.NaN, Double.NaN);
  }
}
