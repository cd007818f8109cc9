package dev.segue.evaluate.ranking;

import dev.segue.evaluate.Difference;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.protocol.Contest;
import dev.segue.evaluate.protocol.Entrant;
import java.util.List;
import java.util.Map;

/**
 * How well what listeners had not heard was ranked.
 *
 * @param data and how they were parted
 * @param k how long the lists were
 * @param users who listened
 * @param items that were listened to
 * @param lists how many were made by each model, over all splits
 * @param seed of everything that was drawn
 * @param models in the order in which they were asked for
 * @param differences of each but the first model from the first, their p-values corrected for their
 *     number by {@link dev.segue.evaluate.HolmCorrection}
 * @param untrained models that these data do not suffice for
 */
public record RankingReport(
    String data,
    int splits,
    int k,
    int users,
    int items,
    int lists,
    long seed,
    List<OfModel> models,
    List<Difference> differences,
    List<Contest.Untrained> untrained) {
  /** Copies. */
  public RankingReport {
    models = List.copyOf(models);
    differences = List.copyOf(differences);
    untrained = List.copyOf(untrained);
  }

  /**
   * The mean over all splits.
   *
   * @param measures by {@link Measure#key}
   * @param spread over the items
   * @param trainSeconds of one split
   * @param p50Micros of one list, on one core
   * @param tuned what a search found, or {@code null} where the settings were given
   */
  public record OfModel(
      String model,
      Map<String, Estimate> measures,
      Spread spread,
      double trainSeconds,
      double p50Micros,
      Entrant.Found tuned) {}
}
