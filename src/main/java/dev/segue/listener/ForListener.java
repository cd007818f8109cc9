package dev.segue.listener;

import dev.segue.catalog.NumericField;
import dev.segue.recommend.Exploration;
import dev.segue.recommend.Recommendation;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An answer to a listener.
 *
 * @param strategy what it went by
 * @param why it went by that, for people
 * @param alpha the share of sound, of a hybrid
 * @param known how many recordings they are known to like
 * @param exploration what was left to chance
 * @param targets all numbers that tracks were to come near
 * @param habitual whether those of the occasion were learned from what they played
 */
public record ForListener(
    Recommendation recommendation,
    Strategy strategy,
    String why,
    OptionalDouble alpha,
    int known,
    Exploration exploration,
    Map<NumericField, Double> targets,
    boolean habitual) {
  /** Copies. */
  public ForListener {
    targets = Map.copyOf(targets);
  }
}
