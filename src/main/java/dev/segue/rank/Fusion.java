package dev.segue.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one ranked answer of several: a track's score is the sum of what each leg contributes to
 * it. What a leg contributes is split as the track's own score in that leg is, so that the parts of
 * the fused score add up to it. Best first, then in catalogue order. Time O(n log n).
 */
public sealed interface Fusion {
  /** Fuses. */
  default List<Hit> fuse(List<Leg> legs) {
    Map<Integer, Map<String, Double>> parts = new HashMap<>();
    for (Leg leg : legs) {
      double[] contributions = contributions(leg.hits());
      for (int i = 0; i < contributions.length; i++) {
        Hit hit = leg.hits().get(i);
        add(
            parts.computeIfAbsent(hit.ordinal(), ordinal -> new LinkedHashMap<>()),
            leg,
            hit,
            leg.weight() * contributions[i]);
      }
    }
    List<Hit> fused = new ArrayList<>(parts.size());
    parts.forEach(
        (ordinal, own) -> {
          List<ScorePart> split = new ArrayList<>(own.size());
          double score = 0;
          for (Map.Entry<String, Double> part : own.entrySet()) {
            split.add(new ScorePart(part.getKey(), part.getValue()));
            score += part.getValue();
          }
          fused.add(new Hit(ordinal, score, Double.NaN, split));
        });
    fused.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::ordinal));
    return List.copyOf(fused);
  }

  /** What each hit of a leg gets, before the leg's weight: at least 0, the best the most. */
  double[] contributions(List<Hit> bestFirst);

  private static void add(Map<String, Double> parts, Leg leg, Hit hit, double contribution) {
    if (hit.parts().isEmpty() || !(hit.score() > 0)) {
      parts.merge(leg.name(), contribution, Double::sum);
    } else {
      for (ScorePart part : hit.parts()) {
        parts.merge(part.name(), contribution * part.score() / hit.score(), Double::sum);
      }
    }
  }

  /**
   * Reciprocal rank fusion (Cormack, Clarke & Büttcher 2009, "Reciprocal rank fusion outperforms
   * Condorcet and individual rank learning methods"): {@code 1 / (k + rank)}. Tracks of one score
   * share the best of their ranks.
   *
   * @param k the higher, the less the first ranks stand out; at least 0
   */
  record ReciprocalRank(int k) implements Fusion {
    /** The paper's. */
    public static final int DEFAULT_K = 60;

    /**
     * Checks k.
     *
     * @throws IllegalArgumentException with the value when it is below 0
     */
    public ReciprocalRank {
      if (k < 0) {
        throw new IllegalArgumentException("k is %d, must be at least 0".formatted(k));
      }
    }

    @Override
    public double[] contributions(List<Hit> bestFirst) {
      double[] contributions = new double[bestFirst.size()];
      int rank = 0;
      for (int i = 0; i < contributions.length; i++) {
        if (i == 0 || bestFirst.get(i).score() != bestFirst.get(i - 1).score()) {
          rank = i + 1;
        }
        contributions[i] = 1.0 / (k + rank);
      }
      return contributions;
    }
  }

  /**
   * Scores as shares of the leg's best: min–max normalisation (Lee 1997, "Analyses of multiple
   * evidence combination") with 0, which no score here is below, in the place of the least score,
   * since the least of a short leg says nothing: a leg of one track would give it nothing at all.
   */
  record Linear() implements Fusion {
    @Override
    public double[] contributions(List<Hit> bestFirst) {
      double best = bestFirst.isEmpty() ? 1 : bestFirst.getFirst().score();
      return bestFirst.stream()
          .mapToDouble(hit -> best > 0 ? Math.max(0, hit.score()) / best : 1)
          .toArray();
    }
  }
}
