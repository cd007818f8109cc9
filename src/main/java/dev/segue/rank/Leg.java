package dev.segue.rank;

import java.util.List;

/**
 * One of several ranked answers to one question.
 *
 * @param name what it contributes to a score is called so, where a track's own parts do not say
 * @param weight how much it counts, above 0
 * @param hits best first
 */
public record Leg(String name, double weight, List<Hit> hits) {
  /**
   * Copies.
   *
   * @throws IllegalArgumentException with the weight when it is not above 0
   */
  public Leg {
    hits = List.copyOf(hits);
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight is %s, must be above 0".formatted(weight));
    }
  }
}
