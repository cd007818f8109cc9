package dev.segue.cli;

import dev.segue.http.api.FilterParameters;
import dev.segue.query.TrackSort;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives a command the filters of the API as flags: {@code min_tempo} is {@code --min-tempo}. */
final class FilterOptions implements IModelTransformer {
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "genre", "Only of this genre; may be repeated, any of them counts.",
          "artist", "Only by this artist; may be repeated, any of them counts.",
          "explicit", "true: only explicit tracks; false: none of them.",
          "exclude",
              "Not the track with this id, nor its other versions where they are folded; may be"
                  + " repeated.");

  @Override
  public CommandSpec transform(CommandSpec command) {
    FilterParameters.NAMES.forEach(name -> add(command, name));
    command
        .usageMessage()
        .footer(
            "",
            "Bounds: --min-X N and --max-X N, where X is one of",
            TrackSort.NUMBERS.replace('_', '-') + ".");
    return command;
  }

  /** Gives a command a parameter of the API as a flag. */
  static void add(CommandSpec command, String name) {
    String description = DESCRIPTIONS.get(name);
    OptionSpec.Builder option =
        OptionSpec.builder(flag(name)).type(List.class).auxiliaryTypes(String.class).arity("1");
    // Bounds and targets are told in one line below, or they would fill the screen.
    command.addOption(
        description == null
            ? option.hidden(true).build()
            : option.paramLabel("VALUE").description(description).build());
  }

  /** Adds the filters that were given, or stand in the environment. */
  static void read(CommandSpec command, Map<String, List<String>> parameters) {
    read(command, FilterParameters.NAMES, parameters);
  }

  /** Adds parameters that were given, or stand in the environment. */
  static void read(CommandSpec command, List<String> names, Map<String, List<String>> parameters) {
    for (String name : names) {
      List<String> values = command.findOption(flag(name)).getValue();
      if (values != null) {
        parameters.put(name, values);
      }
    }
  }

  private static String flag(String name) {
    return "--" + name.replace('_', '-');
  }
}
