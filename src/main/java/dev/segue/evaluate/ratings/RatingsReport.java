package dev.segue.evaluate.ratings;

import dev.segue.evaluate.Difference;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.protocol.Contest;
import dev.segue.evaluate.protocol.Entrant;
import java.util.List;

/**
 * How well ratings were predicted.
 *
 * @param data and how they were parted
 * @param users who rated
 * @param items that were rated
 * @param tested how many ratings were predicted
 * @param seed of everything that was drawn
 * @param models in the order in which they were asked for
 * @param differences of each but the first model from the first, their p-values corrected for their
 *     number by {@link dev.segue.evaluate.HolmCorrection}
 * @param untrained models that these data do not suffice for
 */
public record RatingsReport(
    String data,
    int splits,
    int users,
    int items,
    int tested,
    long seed,
    List<OfModel> models,
    List<Difference> differences,
    List<Contest.Untrained> untrained) {
  /** Copies. */
  public RatingsReport {
    models = List.copyOf(models);
    differences = List.copyOf(differences);
    untrained = List.copyOf(untrained);
  }

  /**
   * The mean over all splits.
   *
   * @param rmse {@code √(Σ (prediction − rating)² / n)} over the n ratings of a test
   * @param mae {@code Σ |prediction − rating| / n}
   * @param trainSeconds of one split
   * @param tuned what a search found, or {@code null} where the settings were given
   */
  public record OfModel(
      String model, Estimate rmse, Estimate mae, double trainSeconds, Entrant.Found tuned) {}
}
