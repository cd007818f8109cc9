package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.ranking.ItemSounds;
import dev.segue.listener.Mixing;
import dev.segue.listening.NamesFile;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether models are mixed with sound, and how. */
final class SoundingOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description =
          "What items are called, lines of id and name: those that are artists of the index are"
              + " measured, and each model also mixed with their sound.")
  private Path names;

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description =
          "With --names: where artists are compared (default: sound); of several, --tune chooses"
              + " one.")
  private List<String> spaces = List.of("sound");

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description =
          "With --names: the share of sound, 0 to 1; --tune looks for another (default: the less,"
              + " the more taste has to say).")
  private Double alpha;

  @Option(
      names = "--fusion",
      paramLabel = "FUSION",
      description =
          "With --names: how taste and sound are made one, by their scores: linear (default), or by"
              + " their ranks: rrf.")
  private String fusion = "linear";

  /**
   * The sounds of items, in each space; none where nobody says what they are called.
   *
   * @throws ParameterException for flags that only matter with names
   */
  List<ItemSounds> sounds(CommonOptions common) throws IOException {
    if (names == null) {
      for (String flag : List.of("--space", "--alpha", "--fusion")) {
        if (command.commandLine().getParseResult().hasMatchedOption(flag)) {
          throw wrong("%s is given, but without --names nothing is mixed.".formatted(flag));
        }
      }
      return List.of();
    }
    Map<String, String> called = NamesFile.read(names);
    List<ItemSounds> sounds = new ArrayList<>();
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      for (String name : spaces) {
        FittedSpace space = FittedSpace.of(snapshot.space(name), snapshot.spaces());
        sounds.add(ItemSounds.ofArtists(called, snapshot.index(), space, common.progress()));
      }
    }
    return sounds;
  }

  /**
   * How models are mixed.
   *
   * @throws ParameterException when a share is none, or nothing is fused so
   */
  Mixing mixing() {
    if (alpha != null && !(alpha >= 0 && alpha <= 1)) {
      throw wrong("--alpha is %s, allowed is 0 to 1.".formatted(alpha));
    }
    OptionalDouble share = alpha == null ? OptionalDouble.empty() : OptionalDouble.of(alpha);
    return switch (fusion) {
      case "linear" -> new Mixing(share, Mixing.Fusion.LINEAR);
      case "rrf" -> new Mixing(share, Mixing.Fusion.RRF);
      default -> throw wrong("--fusion is '%s', allowed are linear and rrf.".formatted(fusion));
    };
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
