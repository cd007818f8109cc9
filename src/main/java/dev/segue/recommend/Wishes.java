package dev.segue.recommend;

import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import java.util.List;

/**
 * What tracks shall be like.
 *
 * @param seeds 1 to {@value #MAX_SEEDS}, at least one of them with a weight above 0
 * @param method how several seeds become one ranking
 * @param conditions with {@link Versions#ONE}, no version of a seed is answered
 */
public record Wishes(List<Seed> seeds, Method method, Conditions conditions) {
  /** The most seeds. */
  public static final int MAX_SEEDS = 50;

  /** How several seeds become one ranking. */
  public enum Method {
    /** By the distance to one point between them: {@link Rocchio}. */
    ROCCHIO,
    /** By the seed that is nearest to a track: {@link BestScore}. */
    BEST_SCORE
  }

  /**
   * Copies and checks.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public Wishes {
    seeds = List.copyOf(seeds);
    RequestException.checkCount("seeds", seeds.size(), 1, MAX_SEEDS);
    if (seeds.stream().noneMatch(seed -> seed.weight() > 0)) {
      throw RequestException.invalid(
          "seeds",
          "None of %d seeds has a weight above 0; say what answers shall be like."
              .formatted(seeds.size()));
    }
  }

  /** The same, but under other conditions. */
  public Wishes under(Conditions others) {
    return new Wishes(seeds, method, others);
  }

  /** The same, but only of tracks that pass a further filter. */
  public Wishes within(TrackFilter further) {
    return under(conditions.within(further));
  }
}
