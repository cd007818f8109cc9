package dev.segue.cli;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.protocol.Dataset;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Protocol;
import dev.segue.evaluate.protocol.Tuning;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.ModelKind;
import dev.segue.listening.model.ModelSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** Which listening data models are evaluated with, and which models. */
final class DataOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE|DIR",
      description =
          "Lines of user,item,value,time (the last two may be missing), parted by commas, tabs,"
              + " semicolons or ::. Or a folder of folds: u1.base and u1.test and so on, or"
              + " 1/train.dat and 1/test.dat and so on.")
  private Path data;

  @Option(
      names = "--protocol",
      paramLabel = "PROTOCOL",
      description =
          "How a file is parted: k-fold:5 (default); leave-last:1, the last item that was new to"
              + " each user; time:0.8 of all is learned from, and what a user has later for the"
              + " first time is tested; users:0.2 are not learned from; cold:5, likewise, and no"
              + " more than 5 records of each are known.")
  private String protocol;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "A model, with settings where they are not the usual: ials:factors=128,epochs=20. Given"
              + " several times, each is compared with the first (default: every model).")
  private List<String> models = List.of();

  @Option(
      names = "--tune",
      arity = "0..1",
      fallbackValue = "20",
      paramLabel = "TRIALS",
      description =
          "Also search for better settings of each model, with so many trials for each split (20"
              + " where no number is given), in what is learned from alone.")
  private Integer trials;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number, other folds and other beginnings (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** Whether settings are searched for. */
  boolean isTuned() {
    return trials != null;
  }

  long seed() {
    return seed;
  }

  /** Reads the data; see {@link Dataset#read}. */
  Dataset read(UnaryOperator<Interactions> merging) throws IOException {
    return Dataset.read(data, Optional.ofNullable(protocol).map(Protocol::parse), merging, seed);
  }

  /** The models that are asked for, of those that there are. */
  <K extends ModelKind> List<ModelSettings<K>> models(K[] kinds) {
    return models.isEmpty()
        ? Arrays.stream(kinds).map(ModelSettings::usual).toList()
        : models.stream().map(text -> ModelSettings.parse(text, kinds)).toList();
  }

  /** The models as they are given, and, where that is asked for, tuned. */
  <K extends ModelKind> List<Entrant<K>> entrants(
      List<ModelSettings<K>> given, Dataset dataset, Tuning.Loss<K> loss, Progress progress)
      throws IOException {
    Optional<Tuning> tuning =
        Optional.ofNullable(trials).map(each -> new Tuning(each, dataset.validation(), seed));
    List<Entrant<K>> entrants = new ArrayList<>();
    for (ModelSettings<K> settings : given) {
      entrants.add(Entrant.of(settings, dataset.splits().size()));
      if (tuning.isPresent() && !settings.kind().hyperparameters().isEmpty()) {
        entrants.add(tuning.get().search(settings, dataset.splits(), loss, progress));
      }
    }
    return entrants;
  }
}
