package dev.segue.rank;

import java.util.ArrayList;
import java.util.Comparator;
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
  default List<ScoredTrack> fuse(List<Leg> legs) {
    Map<Integer, ScoredTrack> tracks = new LinkedHashMap<>();
    Map<Integer, Map<String, Double>> parts = new LinkedHashMap<>();
    for (Leg leg : legs) {
      double[] contributions = contributions(leg.tracks());
      for (int i = 0; i < contributions.length; i++) {
        ScoredTrack track = leg.tracks().get(i);
        tracks.putIfAbsent(track.ordinal(), track);
        add(
            parts.computeIfAbsent(track.ordinal(), ordinal -> new LinkedHashMap<>()),
            leg,
            track,
            leg.weight() * contributions[i]);
      }
    }
    List<ScoredTrack> fused = new ArrayList<>();
    for (ScoredTrack track : tracks.values()) {
      List<ScorePart> own =
          parts.get(track.ordinal()).entrySet().stream()
              .map(part -> new ScorePart(part.getKey(), part.getValue()))
              .toList();
      double score = own.stream().mapToDouble(ScorePart::score).sum();
      fused.add(new ScoredTrack(track.ordinal(), track.track(), score, Double.NaN, own));
    }
    fused.sort(
        Comparator.comparingDouble(ScoredTrack::score)
            .reversed()
            .thenComparingInt(ScoredTrack::ordinal));
    return List.copyOf(fused);
  }

  /** What each track of a leg gets, before the leg's weight: at least 0, the best the most. */
  double[] contributions(List<ScoredTrack> bestFirst);

  private static void add(
      Map<String, Double> parts, Leg leg, ScoredTrack track, double contribution) {
    if (track.parts().isEmpty() || !(track.score() > 0)) {
      parts.merge(leg.name(), contribution, Double::sum);
    } else {
      for (ScorePart part : track.parts()) {
        parts.merge(part.name(), contribution * part.score() / track.score(), Double::sum);
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
    public double[] contributions(List<ScoredTrack> bestFirst) {
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
    public double[] contributions(List<ScoredTrack> bestFirst) {
      double best = bestFirst.isEmpty() ? 1 : bestFirst.getFirst().score();
      return bestFirst.stream()
          .mapToDouble(track -> best > 0 ? Math.max(0, track.score()) / best : 1)
          .toArray();
    }
  }
}
