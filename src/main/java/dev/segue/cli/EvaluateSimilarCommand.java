package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.Half;
import dev.segue.evaluate.SimilarEvaluation;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue evaluate similar}. */
@Command(
    name = "similar",
    description = {
      "Asks for the ten tracks most like random tracks of your index, and reports how often they"
          + " share an artist, an album or a genre, and whether they are always the same."
    },
    mixinStandardHelpOptions = true)
final class EvaluateSimilarCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private SampleOptions sample = new SampleOptions(3_000);

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description =
          "Where likeness is measured; given several times, each is compared with the first"
              + " (default: every space of the index).")
  private List<String> spaces = List.of();

  @Option(
      names = "--half",
      paramLabel = "A|B",
      description = "Only this half of the artists: tune on one, report on the other.")
  private Half half;

  @Override
  public Integer call() throws IOException {
    try (Engine engine = common.openForMany();
        Snapshot snapshot = engine.snapshot()) {
      List<FeatureSpace> chosen =
          spaces.isEmpty()
              ? snapshot.spaces().stream().map(FittedSpace::space).toList()
              : spaces.stream().map(snapshot::space).toList();
      SimilarEvaluation.Options options =
          new SimilarEvaluation.Options(sample.sample(), Optional.ofNullable(half), chosen);
      Output out = common.output();
      out.answer(
          new SimilarEvaluation(
                  snapshot.index(), snapshot.recommender(), options, common.progress())
              .run(),
          new EvaluationLines(out)::write);
      return Main.DONE;
    }
  }
}
