package dev.segue.evaluate.ranking;

import java.util.Arrays;
import java.util.Locale;

/**
 * What is measured of a list of k recommendations, of which those in the test are hits; reports
 * have the mean over the users of a split, and the mean of that over the splits. All but {@link
 * #NOVELTY} are in [0, 1].
 */
public enum Measure {
  /** {@code hits / k}, also where fewer than k were recommended. */
  PRECISION {
    @Override
    double of(RankedList list) {
      return (double) list.hits() / list.k();
    }
  },
  /** {@code hits / |test|}. */
  RECALL {
    @Override
    double of(RankedList list) {
      return (double) list.hits() / list.relevant().size();
    }
  },
  /** The harmonic mean of precision and recall, {@code 2 hits / (k + |test|)}. */
  F1 {
    @Override
    double of(RankedList list) {
      return 2.0 * list.hits() / (list.k() + list.relevant().size());
    }
  },
  /** 1 where there is a hit. */
  HIT_RATE {
    @Override
    double of(RankedList list) {
      return list.hits() > 0 ? 1 : 0;
    }
  },
  /**
   * Average precision: the precision up to each hit's rank, added up and divided by {@code min(k,
   * |test|)}. Its mean is known as MAP@k.
   */
  MAP {
    @Override
    double of(RankedList list) {
      double sum = 0;
      int hits = 0;
      for (int rank = 1; rank <= list.items().length; rank++) {
        if (list.isHit(rank)) {
          hits++;
          sum += (double) hits / rank;
        }
      }
      return sum / Math.min(list.k(), list.relevant().size());
    }
  },
  /** {@code 1 / rank} of the first hit, 0 without one. */
  MRR {
    @Override
    double of(RankedList list) {
      for (int rank = 1; rank <= list.items().length; rank++) {
        if (list.isHit(rank)) {
          return 1.0 / rank;
        }
      }
      return 0;
    }
  },
  /**
   * {@code Σ 1 / log₂(rank + 1)} over the hits, divided by what it would be were the first {@code
   * min(k, |test|)} all hits (Järvelin & Kekäläinen 2002, with gains of 0 and 1).
   */
  NDCG {
    @Override
    double of(RankedList list) {
      double gain = 0;
      double ideal = 0;
      for (int rank = 1; rank <= list.k(); rank++) {
        double discount = Math.log(2) / Math.log(rank + 1);
        gain += rank <= list.items().length && list.isHit(rank) ? discount : 0;
        ideal += rank <= list.relevant().size() ? discount : 0;
      }
      return gain / ideal;
    }
  },
  /**
   * The mean self-information of the list's items, {@code −log₂(users with the item / users)}, in
   * bits (Zhou et al. 2010, "Solving the apparent diversity-accuracy dilemma of recommender
   * systems").
   */
  NOVELTY {
    @Override
    double of(RankedList list) {
      return Arrays.stream(list.items())
          .mapToDouble(item -> -Math.log(list.statistics().share(item)) / Math.log(2))
          .average()
          .orElse(0);
    }
  },
  /**
   * The mean, over all pairs of the list's items, of 1 less the cosine of their users (intra-list
   * diversity: Ziegler et al. 2005, "Improving recommendation lists through topic
   * diversification"); 0 for fewer than two.
   */
  DIVERSITY {
    @Override
    double of(RankedList list) {
      int[] items = list.items();
      double sum = 0;
      for (int i = 0; i < items.length; i++) {
        for (int j = 0; j < i; j++) {
          sum += 1 - list.statistics().cosine(items[i], items[j]);
        }
      }
      return items.length < 2 ? 0 : 2 * sum / (items.length * (items.length - 1.0));
    }
  },
  /**
   * The share of k that are hits and not obvious: not among the k most popular that the user does
   * not know (Ge, Delgado-Battenfeld & Jannach 2010, "Beyond accuracy", section 3.2).
   */
  SERENDIPITY {
    @Override
    double of(RankedList list) {
      return Arrays.stream(list.items())
              .filter(item -> list.relevant().contains(item) && !list.obvious().contains(item))
              .count()
          / (double) list.k();
    }
  },
  /**
   * How popular what is recommended is: the mean share of users with the item (Yin et al. 2012,
   * "Challenging the long tail recommendation").
   */
  POPULARITY {
    @Override
    double of(RankedList list) {
      return Arrays.stream(list.items()).mapToDouble(list.statistics()::share).average().orElse(0);
    }
  };

  abstract double of(RankedList list);

  /** As reports have it, such as {@code hit_rate}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
