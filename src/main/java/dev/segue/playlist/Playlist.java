package dev.segue.playlist;

import dev.segue.catalog.NumericField;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.Reason;
import dev.segue.recommend.Recommendation.Pool;
import dev.segue.recommend.Recommendation.Taken;
import dev.segue.recommend.Recommendation.WhyFewer;
import java.util.List;
import java.util.Optional;

/**
 * Tracks to hear one after another.
 *
 * @param seeds how each seed was taken, in order
 * @param means of audio features, beside those of the seeds
 * @param pool where the tracks come from; {@code afterVariety} tracks were at hand
 * @param whyFewer what took most, where it is shorter than was asked for
 */
public record Playlist(
    List<Taken> seeds,
    List<Entry> entries,
    List<Mean> means,
    Pool pool,
    Optional<WhyFewer> whyFewer) {
  /** Copies. */
  public Playlist {
    seeds = List.copyOf(seeds);
    entries = List.copyOf(entries);
    means = List.copyOf(means);
  }

  /**
   * A track in its place.
   *
   * @param hit its score is the sum of its parts: those of the recommendation, {@code chance},
   *     {@code energy_curve}, and {@code flow} for how it follows the track before
   * @param wantedEnergy that of the curve, [0, 1]
   * @param transition from the track before, none for the first
   */
  public record Entry(
      ScoredTrack hit, List<Reason> reasons, double wantedEnergy, Optional<Transition> transition) {
    /** Copies. */
    public Entry {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The mean of an audio feature.
   *
   * @param playlist over the tracks
   * @param seeds over the liked seeds, by weight; NaN where none has the feature
   */
  public record Mean(NumericField feature, double playlist, double seeds) {}

  /** How long it takes to hear it. */
  public long durationMillis() {
    return entries.stream().mapToLong(entry -> entry.hit().track().durationMillis()).sum();
  }

  /** The share of the transitions that are in compatible keys, [0, 1]; NaN where there is none. */
  public double compatibleKeys() {
    return transitions().stream()
        .mapToDouble(transition -> transition.inCompatibleKeys() ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** The mean step of tempo, in octaves, [0, ½]; NaN where there is none. */
  public double meanTempoStep() {
    return transitions().stream()
        .mapToDouble(Transition::tempoStep)
        .filter(step -> !Double.isNaN(step))
        .average()
        .orElse(Double.NaN);
  }

  private List<Transition> transitions() {
    return entries.stream().flatMap(entry -> entry.transition().stream()).toList();
  }
}
