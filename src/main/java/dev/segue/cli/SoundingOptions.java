package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.protocol.Protocol;
import dev.segue.evaluate.ranking.ItemSounds;
import dev.segue.evaluate.ranking.Sounding;
import dev.segue.listener.Mixing;
import dev.segue.listening.NamesFile;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether models are mixed with sound, and how. */
final class SoundingOptions {
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
      description = "Where artists are compared (default: sound); of several, --tune chooses one.")
  private List<String> spaces = List.of("sound");

  @Option(
      names = "--alpha",
      paramLabel = "A",
      defaultValue = "0.3",
      description =
          "The share of sound, 0 to 1; --tune looks for another (default: ${DEFAULT-VALUE}).")
  private double alpha;

  /** The sounds of items, in each space; none where nobody says what they are called. */
  List<ItemSounds> sounds(CommonOptions common) throws IOException {
    new Mixing(alpha, Mixing.Fusion.LINEAR);
    if (names == null) {
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
   * @param search where settings are searched for
   */
  Optional<Sounding> mixing(List<ItemSounds> sounds, Optional<Protocol> search) {
    return sounds.isEmpty() ? Optional.empty() : Optional.of(new Sounding(sounds, alpha, search));
  }
}
