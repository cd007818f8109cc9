package dev.segue.evaluate.ratings;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.Bootstrap;
import dev.segue.evaluate.Difference;
import dev.segue.evaluate.protocol.Contest;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Split;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.Training;
import dev.segue.listening.rating.RatingKind;
import dev.segue.listening.rating.RatingModel;
import dev.segue.query.RequestException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Predicts ratings that models have not seen. Predictions are clipped to the scale: to that which
 * is given, else to the least and the largest rating that was learned from.
 */
public final class RatingsEvaluation {
  private final List<Split> splits;
  private final Optional<Scale> scale;
  private final long seed;
  private final String data;

  /** The least and the largest rating. */
  public record Scale(double least, double largest) {
    /**
     * Checks the order.
     *
     * @throws RequestException when the least is not the least
     */
    public Scale {
      if (!(least <= largest)) {
        throw RequestException.invalid(
            "scale", "scale is %s to %s; the least rating comes first.".formatted(least, largest));
      }
    }

    /**
     * Reads a scale, such as {@code 1,5}.
     *
     * @throws RequestException when it is not two numbers, the least first
     */
    public static Scale parse(String text) {
      String[] bounds = text.split(",", -1);
      try {
        if (bounds.length == 2) {
          return new Scale(finite(bounds[0]), finite(bounds[1]));
        }
      } catch (NumberFormatException e) {
        // told below, as any other wrong scale
      }
      throw RequestException.invalid(
          "scale", "scale is '%s', allowed are two numbers, such as 1,5.".formatted(text));
    }

    private static double finite(String text) {
      double number = Double.parseDouble(text);
      if (!Double.isFinite(number)) {
        throw new NumberFormatException(text);
      }
      return number;
    }

    private static Scale of(Interactions ratings) {
      double least = Double.POSITIVE_INFINITY;
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < ratings.size(); i++) {
        least = Math.min(least, ratings.value(i));
        largest = Math.max(largest, ratings.value(i));
      }
      return new Scale(least, largest);
    }

    private void check(Interactions ratings) throws ListeningException {
      for (int i = 0; i < ratings.size(); i++) {
        if (ratings.value(i) < least || ratings.value(i) > largest) {
          throw new ListeningException(
              "User '%s' rated item '%s' %s, the scale is %s to %s."
                  .formatted(
                      ratings.users().id(ratings.user(i)),
                      ratings.items().id(ratings.item(i)),
                      ratings.value(i),
                      least,
                      largest));
        }
      }
    }
  }

  /**
   * Prepares.
   *
   * @param data as reports call them
   * @param splits of the same data, at least one
   * @param seed of everything that is drawn
   * @throws ListeningException naming a rating that is outside the scale
   */
  public RatingsEvaluation(String data, List<Split> splits, Optional<Scale> scale, long seed)
      throws ListeningException {
    this.splits = List.copyOf(splits);
    this.scale = scale;
    this.seed = seed;
    this.data = data;
    for (Split split : splits) {
      if (split.known() != split.train()) {
        throw RequestException.invalid(
            "protocol",
            "Ratings are predicted for users who were learned from; take k-fold, leave-last or"
                + " time.");
      }
    }
    for (Split split : scale.isEmpty() ? List.<Split>of() : splits) {
      scale.get().check(split.train());
      scale.get().check(split.test());
    }
  }

  /** What one model did in all splits. */
  private record Errors(Bootstrap.Measured squared, Bootstrap.Measured absolute, double seconds) {}

  /**
   * Measures models.
   *
   * @param progress is told of each training
   */
  public RatingsReport run(List<Entrant<RatingKind>> entrants, Progress progress)
      throws ListeningException {
    Contest<RatingKind, Errors> contest =
        Contest.hold(entrants, splits.size(), entrant -> errors(entrant, progress), progress);
    Errors first = contest.measured().getFirst().result();
    Bootstrap bootstrap = new Bootstrap(seed);
    List<RatingsReport.OfModel> models = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (Contest.Measured<RatingKind, Errors> each : contest.measured()) {
      Entrant<RatingKind> entrant = each.entrant();
      Errors errors = each.result();
      models.add(
          new RatingsReport.OfModel(
              entrant.name(),
              bootstrap.estimate(errors.squared()),
              bootstrap.estimate(errors.absolute()),
              errors.seconds(),
              entrant.found().orElse(null)));
      if (models.size() > 1) {
        differences.add(
            bootstrap.difference(entrant.name() + ": RMSE", first.squared(), errors.squared()));
        differences.add(
            bootstrap.difference(entrant.name() + ": MAE", first.absolute(), errors.absolute()));
      }
    }
    return new RatingsReport(
        data,
        splits.size(),
        splits.getFirst().users(),
        splits.getFirst().items(),
        splits.stream().mapToInt(split -> split.test().size()).sum(),
        seed,
        models,
        Difference.corrected(differences),
        contest.untrained());
  }

  /** The root of the mean squared error of some settings in one split. */
  public double rmse(ModelSettings<RatingKind> settings, Split split) throws ListeningException {
    RatingModel model = RatingKind.train(settings, split.train(), Training.of(seed));
    double[] errors = errors(model, split);
    return Math.sqrt(Arrays.stream(errors).map(error -> error * error).average().orElseThrow());
  }

  private Errors errors(Entrant<RatingKind> entrant, Progress progress) throws ListeningException {
    int users = splits.getFirst().train().users().size();
    double[][] squared = new double[splits.size()][users];
    double[][] absolute = new double[splits.size()][users];
    double[][] counts = new double[splits.size()][users];
    double seconds = 0;
    for (int s = 0; s < splits.size(); s++) {
      Split split = splits.get(s);
      long begun = System.nanoTime();
      RatingModel model =
          RatingKind.train(entrant.bySplit().get(s), split.train(), Training.of(seed));
      seconds += (System.nanoTime() - begun) / 1e9;
      double[] errors = errors(model, split);
      for (int i = 0; i < errors.length; i++) {
        int user = split.test().user(i);
        squared[s][user] += errors[i] * errors[i];
        absolute[s][user] += Math.abs(errors[i]);
        counts[s][user]++;
      }
      progress.advance(1);
    }
    return new Errors(
        new Bootstrap.Measured(squared, counts, Math::sqrt),
        new Bootstrap.Measured(absolute, counts, mean -> mean),
        seconds / splits.size());
  }

  /** By how much each prediction is too high. */
  private double[] errors(RatingModel model, Split split) {
    Scale clip = scale.orElseGet(() -> Scale.of(split.train()));
    Interactions test = split.test();
    double[] errors = new double[test.size()];
    for (int i = 0; i < errors.length; i++) {
      double predicted = model.predict(test.user(i), test.item(i));
      errors[i] = Math.clamp(predicted, clip.least(), clip.largest()) - test.value(i);
    }
    return errors;
  }
}
