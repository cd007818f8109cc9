package dev.segue.recommend;

import dev.segue.vector.FeatureValues;
import java.util.List;
import java.util.Set;

/**
 * A seed with its place in a space.
 *
 * @param label what it is called among people
 * @param ordinals of the tracks that stand for it; none where it is imagined
 * @param vector {@code float[d]}
 * @param values its numbers, of several tracks their means; NaN where unknown
 * @param artists whom one can have in common with it, as {@link dev.segue.query.NameKey}s
 * @param genres which one can have in common with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PlacedSeed(
    Seed seed,
    String label,
    List<Integer> ordinals,
    float[] vector,
    FeatureValues values,
    Set<String> artists,
    Set<String> genres) {
  /** Copies. */
  public PlacedSeed {
    ordinals = List.copyOf(ordinals);
    artists = Set.copyOf(artists);
    genres = Set.copyOf(genres);
  }
}
