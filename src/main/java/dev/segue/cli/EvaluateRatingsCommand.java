package dev.segue.cli;

import dev.segue.evaluate.protocol.Dataset;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.ratings.RatingsEvaluation;
import dev.segue.evaluate.ratings.RatingsEvaluation.Scale;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.rating.RatingKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue evaluate ratings}. */
@Command(
    name = "ratings",
    description = {
      "Lets models predict ratings that they have not seen, and reports how far off they are.",
      "Models: global-mean, user-mean, item-mean, baseline, knn-baseline, svd, svd++."
    },
    mixinStandardHelpOptions = true)
final class EvaluateRatingsCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private DataOptions data;
  @Mixin private ReportOptions report;

  @Option(
      names = "--scale",
      paramLabel = "LEAST,LARGEST",
      description =
          "The least and the largest rating, such as 1,5; what lies outside is refused (default:"
              + " those that are learned from).")
  private String scale;

  @Override
  public Integer call() throws IOException {
    report.check(common);
    Optional<Scale> bounds = Optional.ofNullable(scale).map(Scale::parse);
    List<ModelSettings<RatingKind>> models = data.models(RatingKind.values());
    Dataset dataset = data.read(Interactions::latest);
    RatingsEvaluation evaluation =
        new RatingsEvaluation(dataset.name(), dataset.splits(), bounds, data.seed());
    List<Entrant<RatingKind>> entrants =
        data.entrants(models, dataset, evaluation::rmse, common.progress());
    report.answer(evaluation.run(entrants, common.progress()), ListeningTables::of, common);
    return Main.DONE;
  }
}
