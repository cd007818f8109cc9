package dev.segue.evaluate.protocol;

import dev.segue.listening.Ids;
import dev.segue.listening.InteractionFile;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Data to evaluate with, parted.
 *
 * @param name of the data and how they are parted, such as {@code u.data, k-fold:5}
 * @param splits at least one
 * @param validation how what is learned from is parted once more, for the search of settings
 */
public record Dataset(String name, List<Split> splits, Protocol validation) {
  /** Ten folds: what is learned from is hardly less than in the end. */
  private static final Protocol VALIDATION = new Protocol.KFold(10);

  private static final Protocol USUAL = new Protocol.KFold(5);

  /** Copies. */
  public Dataset {
    splits = List.copyOf(splits);
  }

  /**
   * Reads a file and parts it, or a folder that holds given folds.
   *
   * @param protocol of a file; five folds where there is none
   * @param merging see {@link Recorded}
   * @param seed of what is drawn at random
   * @throws ListeningException when the data cannot be used
   */
  public static Dataset read(
      Path data, Optional<Protocol> protocol, UnaryOperator<Interactions> merging, long seed)
      throws IOException {
    if (!Files.isDirectory(data)) {
      Recorded all = new Recorded(InteractionFile.read(data, new Ids(), new Ids()), merging);
      Protocol parting = protocol.orElse(USUAL);
      Protocol validation = parting instanceof Protocol.KFold ? VALIDATION : parting;
      return new Dataset(
          "%s, %s".formatted(data.getFileName(), parting.written()),
          parting.splits(all, new Random(seed)),
          validation);
    }
    if (protocol.isPresent()) {
      throw RequestException.invalid(
          "protocol", "%s holds folds, which no protocol parts; name a file.".formatted(data));
    }
    return new Dataset(
        "%s, as given".formatted(data.toAbsolutePath().normalize().getFileName()),
        GivenFolds.read(data, merging),
        VALIDATION);
  }
}
