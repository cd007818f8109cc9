package dev.segue.cli;

import dev.segue.http.api.WishesParameters;
import dev.segue.query.TrackSort;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Gives a command the filters and the targets of the API as flags. */
final class TargetOptions implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec command) {
    new FilterOptions().transform(command);
    WishesParameters.TARGETS.forEach(name -> FilterOptions.add(command, name));
    command
        .usageMessage()
        .footer(
            "",
            "Bounds and targets: --min-X N, --max-X N and --target-X N, where X is one of",
            TrackSort.NUMBERS.replace('_', '-') + ".");
    return command;
  }

  /** Adds the filters and targets that were given, or stand in the environment. */
  static void read(CommandSpec command, Map<String, List<String>> parameters) {
    FilterOptions.read(command, parameters);
    FilterOptions.read(command, WishesParameters.TARGETS, parameters);
  }
}
