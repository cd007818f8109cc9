package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The vectors of items after an epoch, kept in a {@link Checkpoint} as {@link NumberFiles}. They
 * are all that the next epoch depends on, beside the same training's data and settings.
 */
final class KeptEpochs {
  /** Raised whenever the same vectors become others in an epoch, or are written otherwise. */
  private static final int FORMAT = 2;

  private static final String EPOCH = "epoch";

  private final Training training;
  private final Identity identity;

  /**
   * The epochs of a training.
   *
   * @param settings all of them, and those that are as usual, too
   */
  KeptEpochs(Training training, String settings, SparseMatrix users) {
    this.training = training;
    identity = new Identity(FORMAT, settings, training.seed(), users.checksum());
  }

  /** What makes two trainings the same; the data are told by their checksum. */
  private record Identity(int format, String settings, long seed, long data) {}

  /**
   * An epoch's end.
   *
   * @param number counted from 1
   * @param ofItems {@code float[items][factors]}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Epoch(int number, float[][] ofItems) {}

  /** The last epoch that was kept of this very training, if there is one that is whole. */
  Optional<Epoch> last(int items, int factors) {
    try {
      Optional<Path> folder = training.checkpoint().last();
      return folder.isEmpty() ? Optional.empty() : read(folder.get(), items, factors);
    } catch (IOException e) {
      training
          .progress()
          .note("The checkpoint cannot be read, training begins anew: " + message(e));
      return Optional.empty();
    }
  }

  private Optional<Epoch> read(Path folder, int items, int factors) throws IOException {
    var described =
        NumberFiles.of(folder, Identity.class)
            .orElseThrow(() -> new ListeningException("%s holds none.".formatted(folder)));
    if (!described.description().equals(identity)) {
      training
          .progress()
          .note("The checkpoint is of other data, settings or seed; training begins anew");
      return Optional.empty();
    }
    NumberFiles files = described.files();
    return Optional.of(
        new Epoch(files.ints(EPOCH, 1)[0][0], FactorModel.read(files, items, factors)));
  }

  /** Keeps an epoch when it is time to; training goes on also when that fails. */
  void keep(Epoch epoch) {
    if (!training.checkpoint().due()) {
      return;
    }
    try {
      training
          .checkpoint()
          .keep(
              folder -> {
                NumberFiles files = NumberFiles.into(folder);
                files.put(EPOCH, new int[] {epoch.number});
                files.put(FactorModel.FACTORS, epoch.ofItems);
                files.describe(identity);
              });
    } catch (IOException e) {
      training.progress().note("The checkpoint cannot be written: " + message(e));
    }
  }

  private static String message(IOException e) {
    return e instanceof ListeningException ? e.getMessage() : e.toString();
  }
}
