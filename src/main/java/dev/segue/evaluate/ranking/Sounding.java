package dev.segue.evaluate.ranking;

import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Protocol;
import dev.segue.listener.Mixing;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How models are mixed with sound.
 *
 * @param spaces in which items have places, at least one; the first is taken unless a search finds
 *     another
 * @param mixing how, but for the share of sound where a search finds another
 * @param search parts what a split learns from once more, to search for space and alpha there;
 *     empty where they are as given
 */
public record Sounding(List<ItemSounds> spaces, Mixing mixing, Optional<Protocol> search) {
  /** Where a search looks, besides what taste leaves to sound. */
  private static final double[] ALPHAS = {0, .02, .05, .1, .2, .3, .5};

  /** Copies. */
  public Sounding {
    spaces = List.copyOf(spaces);
  }

  /** Taste with sound, in one space. */
  record Mix(ItemSounds sounds, Mixing mixing) {
    /** The same without sound: taste and popularity. */
    Mix without() {
      return new Mix(sounds, mixing.with(0));
    }

    @Override
    public String toString() {
      String fusion = mixing.fusion() == Mixing.Fusion.LINEAR ? "" : "fusion=rrf,";
      String share =
          mixing.alpha().isPresent() ? "alpha=%s,".formatted(mixing.alpha().getAsDouble()) : "";
      return fusion + share + "space=" + sounds.space();
    }
  }

  /** Where nothing is searched for. */
  Mix given() {
    return new Mix(spaces.getFirst(), mixing);
  }

  /** How hybrids are mixed, where it is not as usual. */
  String remark() {
    return search.isPresent()
        ? " (tuned)"
        : mixing.equals(Mixing.DEFAULT) ? "" : " (%s)".formatted(given());
  }

  /** The same of taste and popularity, which have no share of sound. */
  String remarkWithoutSound() {
    return mixing.fusion() == Mixing.Fusion.LINEAR ? "" : " (fusion=rrf)";
  }

  /** All that a search tries. */
  List<Mix> tried() {
    return spaces.stream()
        .flatMap(
            sounds ->
                Stream.concat(
                        Stream.of(new Mixing(OptionalDouble.empty(), mixing.fusion())),
                        Arrays.stream(ALPHAS).mapToObj(mixing::with))
                    .map(each -> new Mix(sounds, each)))
        .toList();
  }

  /** The best of the mixes that were tried, by how good each was. */
  static Mix best(Map<Mix, Double> tried) {
    return Collections.max(tried.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /**
   * What a search found.
   *
   * @param bySplit how good each mix is in each split
   */
  static Entrant.Found found(List<Map<Mix, Double>> bySplit) {
    Map<Mix, Double> means = new LinkedHashMap<>();
    bySplit.forEach(
        tried ->
            tried.forEach((mix, good) -> means.merge(mix, good / bySplit.size(), Double::sum)));
    Mix best = best(means);
    return new Entrant.Found(
        best.toString(),
        -means.get(best),
        bySplit.stream().map(tried -> best(tried).toString()).toList());
  }
}
