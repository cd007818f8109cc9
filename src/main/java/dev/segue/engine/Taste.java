package dev.segue.engine;

import dev.segue.listener.TrackTaste;
import java.util.Optional;

/**
 * The model of taste of a generation, where there is one.
 *
 * @param name of the model that was to answer
 * @param tracks answers; empty where no model was trained, or it cannot be used
 * @param refusal why a model that was trained cannot be used
 */
public record Taste(Optional<String> name, Optional<TrackTaste> tracks, Optional<String> refusal) {
  /** The same, and it answers; unless it knows nothing of the index. */
  Taste of(TrackTaste answering) {
    return answering.recordings() == 0
        ? refused("The model of taste knows no track of this catalogue.")
        : new Taste(name, Optional.of(answering), Optional.empty());
  }

  /** The same, and it cannot be used. */
  Taste refused(String reason) {
    return new Taste(name, Optional.empty(), Optional.of(reason));
  }
}
