package dev.segue.recommend;

import dev.segue.query.RequestException;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * How much of an answer is left to chance, so that it is not ever the same and there is something
 * to learn from: each place of it is, with the probability of the share (ε-greedy; Sutton & Barto
 * 2018, "Reinforcement learning", section 2.2), given to any of the candidates at hand that may be
 * picked. Which places and candidates follows from the seed.
 *
 * @param share ε, [0, 1]
 * @param seed another seed, other tracks
 */
public record Exploration(double share, long seed) {
  /** Nothing is left to chance. */
  public static final Exploration NONE = new Exploration(0, 0);

  /**
   * Checks the share.
   *
   * @throws RequestException naming the parameter, the value and the limit
   */
  public Exploration {
    if (!(share >= 0 && share <= 1)) {
      throw RequestException.invalid(
          "explore", "explore is %s, allowed is 0 to 1.".formatted(share));
    }
  }

  /**
   * Which of some candidates gets a place; empty where the best shall.
   *
   * @param place in the answer, from 0
   * @param candidates how many there are, at least 1
   */
  OptionalInt draw(int place, int candidates) {
    if (share == 0) {
      return OptionalInt.empty();
    }
    SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (place + 1L));
    return random.nextDouble() < share
        ? OptionalInt.of(random.nextInt(candidates))
        : OptionalInt.empty();
  }
}
