package dev.segue.evaluate.protocol;

import dev.segue.listening.model.ModelKind;
import dev.segue.listening.model.ModelSettings;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A model that is measured.
 *
 * @param name as reports have it
 * @param bySplit its settings in each split
 * @param found what a search found, where these come from one
 */
public record Entrant<K extends ModelKind>(
    String name, List<ModelSettings<K>> bySplit, Optional<Found> found) {
  /** Copies. */
  public Entrant {
    bySplit = List.copyOf(bySplit);
  }

  /**
   * What a search found.
   *
   * @param settings that are best in the mean of all splits' validation data: those to take
   * @param loss of these there
   * @param bySplit those that are best in each split
   */
  public record Found(String settings, double loss, List<String> bySplit) {
    /** Copies. */
    public Found {
      bySplit = List.copyOf(bySplit);
    }
  }

  /** The same settings in each split. */
  public static <K extends ModelKind> Entrant<K> of(ModelSettings<K> settings, int splits) {
    return new Entrant<>(
        settings.toString(), Collections.nCopies(splits, settings), Optional.empty());
  }
}
