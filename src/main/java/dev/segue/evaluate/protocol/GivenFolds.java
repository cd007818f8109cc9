package dev.segue.evaluate.protocol;

import dev.segue.listening.Ids;
import dev.segue.listening.InteractionFile;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folds as they were published: in one folder {@code u1.base} and {@code u1.test}, {@code u2.base}
 * and so on (as MovieLens has them; {@code .train} for {@code .base} does as well), or a folder
 * each with a file {@code train.*} and a file {@code test.*}. Only names that end in a number are
 * folds, and they are read in the order of these numbers.
 */
final class GivenFolds {
  private static final Pattern TRAIN = Pattern.compile("(.*?(\\d{1,9}))\\.(?:base|train)");
  private static final Pattern FOLDER = Pattern.compile("\\D*(\\d{1,9})");

  private GivenFolds() {}

  private record Fold(long number, Path train, Path test) {}

  /**
   * Reads all folds of a folder, which number users and items alike.
   *
   * @param merging see {@link Dataset#read}
   * @throws ListeningException when it has none, or data leak from a test into its training
   */
  static List<Split> read(Path folder, UnaryOperator<Interactions> merging) throws IOException {
    List<Fold> folds = new ArrayList<>();
    for (Path path : list(folder)) {
      String name = path.getFileName().toString();
      Matcher train = TRAIN.matcher(name);
      Matcher own = FOLDER.matcher(name);
      if (train.matches()) {
        Path test = path.resolveSibling(train.group(1) + ".test");
        folds.add(new Fold(Long.parseLong(train.group(2)), path, test));
      } else if (own.matches() && Files.isDirectory(path)) {
        folds.add(new Fold(Long.parseLong(own.group(1)), only(path, "train"), only(path, "test")));
      }
    }
    if (folds.isEmpty()) {
      throw new ListeningException(
          ("%s has no folds: neither files such as u1.base and u1.test, nor folders such as 1 with"
                  + " a train.dat and a test.dat.")
              .formatted(folder));
    }
    folds.sort(Comparator.comparingLong(Fold::number));
    Ids users = new Ids();
    Ids items = new Ids();
    List<Split> splits = new ArrayList<>();
    for (Fold fold : folds) {
      Interactions train = InteractionFile.read(fold.train(), users, items);
      Interactions test = InteractionFile.read(fold.test(), users, items);
      splits.add(
          Split.of(
              "fold " + fold.number(), new Recorded(train, merging), new Recorded(test, merging)));
    }
    return splits;
  }

  private static Path only(Path folder, String name) throws IOException {
    return list(folder).stream()
        .filter(path -> path.getFileName().toString().startsWith(name + "."))
        .findFirst()
        .orElseThrow(() -> new ListeningException("%s has no file %s.*.".formatted(folder, name)));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}
