package dev.segue.evaluate.protocol;

import dev.segue.catalog.Progress;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.ModelKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Models that were measured in all splits, in the order in which they were asked for, and those
 * that could not be trained.
 */
public record Contest<K extends ModelKind, R>(
    List<Measured<K, R>> measured, List<Untrained> untrained) {
  /** Copies. */
  public Contest {
    measured = List.copyOf(measured);
    untrained = List.copyOf(untrained);
  }

  /** A model and what it did. */
  public record Measured<K extends ModelKind, R>(Entrant<K> entrant, R result) {}

  /**
   * A model that the data do not suffice for.
   *
   * @param reason for people
   */
  public record Untrained(String model, String reason) {}

  /** Trains a model in every split and measures it. */
  public interface Trial<K extends ModelKind, R> {
    /**
     * Measures a model.
     *
     * @throws ListeningException when it cannot be trained
     */
    R of(Entrant<K> entrant) throws ListeningException;
  }

  /**
   * Measures models.
   *
   * @param splits in which each is trained, of which progress is told
   * @throws ListeningException with the reason of the first when none can be trained
   */
  public static <K extends ModelKind, R> Contest<K, R> hold(
      List<Entrant<K>> entrants, int splits, Trial<K, R> trial, Progress progress)
      throws ListeningException {
    List<Measured<K, R>> measured = new ArrayList<>();
    List<Untrained> untrained = new ArrayList<>();
    progress.begin("Measuring", (long) entrants.size() * splits, "trainings");
    try {
      for (Entrant<K> entrant : entrants) {
        try {
          measured.add(new Measured<>(entrant, trial.of(entrant)));
        } catch (ListeningException e) {
          untrained.add(new Untrained(entrant.name(), e.getMessage()));
        }
      }
    } finally {
      progress.end();
    }
    if (measured.isEmpty()) {
      throw new ListeningException(untrained.getFirst().reason());
    }
    return new Contest<>(measured, untrained);
  }
}
