package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.RecommendEvaluation;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue evaluate recommend}. */
@Command(
    name = "recommend",
    description = {
      "Asks for tracks that fit five others, of one artist or of two genres, and reports how often"
          + " they share these, for each method of making one ranking of several seeds."
    },
    mixinStandardHelpOptions = true)
final class EvaluateRecommendCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private SampleOptions sample = new SampleOptions(1_000);

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "Where likeness is measured: sound (default), audio-12 or profile-16.")
  private String space;

  @Override
  public Integer call() throws IOException {
    try (Engine engine = common.openForMany();
        Snapshot snapshot = engine.snapshot()) {
      FeatureSpace chosen = snapshot.space(Optional.ofNullable(space));
      Output out = common.output();
      out.answer(
          new RecommendEvaluation(
                  snapshot.index(),
                  snapshot.mixedRecommender(),
                  sample.sample(),
                  chosen,
                  common.progress())
              .run(),
          new EvaluationLines(out)::write);
      return Main.DONE;
    }
  }
}
