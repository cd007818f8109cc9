package dev.segue.evaluate.ranking;

import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Protocol;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How models are mixed with sound.
 *
 * @param spaces in which items have places, at least one; the first is taken unless a search finds
 *     another
 * @param alpha the share of sound, unless a search finds another
 * @param search parts what a split learns from once more, to search for space and alpha there;
 *     empty where they are as given
 */
public record Sounding(List<ItemSounds> spaces, double alpha, Optional<Protocol> search) {
  /** Where a search looks. */
  private static final List<Double> ALPHAS = List.of(0.0, .1, .2, .3, .4, .5, .6);

  /** Copies. */
  public Sounding {
    spaces = List.copyOf(spaces);
  }

  /** A share of sound, in one space. */
  record Mix(ItemSounds sounds, double alpha) {
    @Override
    public String toString() {
      return "alpha=%s,space=%s".formatted(alpha, sounds.space());
    }
  }

  Mix usual() {
    return new Mix(spaces.getFirst(), alpha);
  }

  /** All that a search tries. */
  List<Mix> tried() {
    return spaces.stream()
        .flatMap(sounds -> ALPHAS.stream().map(share -> new Mix(sounds, share)))
        .toList();
  }

  /**
   * What a search found: the mix that is best in most splits, the first of these.
   *
   * @param losses the mean of the best of each split
   */
  static Entrant.Found found(List<Mix> bySplit, double losses) {
    List<String> texts = bySplit.stream().map(Mix::toString).toList();
    String most =
        texts.stream()
            .max(Comparator.comparingInt(text -> Collections.frequency(texts, text)))
            .orElseThrow();
    return new Entrant.Found(most, losses, texts);
  }
}
