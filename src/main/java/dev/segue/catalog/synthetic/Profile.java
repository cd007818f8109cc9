package dev.segue.catalog.synthetic;

import java.util.ArrayList;
import java.util.List;

/** How a genre sounds: a marginal for each {@link Trait}, in their order. */
record Profile(List<Marginal> marginals) {
  Profile {
    marginals = List.copyOf(marginals);
    if (marginals.size() != Trait.values().length) {
      throw new IllegalArgumentException(
          "%d marginals, needed is one for each of %d traits"
              .formatted(marginals.size(), Trait.values().length));
    }
  }

  Marginal of(Trait trait) {
    return marginals.get(trait.place());
  }

  /** The profile part of the way to another: 0 stays here, 1 arrives there. */
  Profile towards(Profile other, double part) {
    List<Marginal> between = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      between.add(of(trait).towards(other.of(trait), part));
    }
    return new Profile(between);
  }
}
