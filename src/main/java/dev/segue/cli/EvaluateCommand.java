package dev.segue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segue evaluate}. */
@Command(
    name = "evaluate",
    description = "Measures how good answers are.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EvaluateSearchCommand.class,
      EvaluateSimilarCommand.class,
      EvaluateRecommendCommand.class,
      EvaluatePlaylistCommand.class,
      EvaluateRatingsCommand.class,
      EvaluateRankingCommand.class,
      EvaluateExperimentCommand.class,
      EvaluateCompareCommand.class
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine command = spec.commandLine();
    throw new ParameterException(
        command,
        "What shall be evaluated? There are: search, similar, recommend, playlist, ratings,"
            + " ranking, experiment; and compare, for kept reports.");
  }
}
