package dev.segue.index;

import java.util.List;
import java.util.Optional;

/**
 * A track that may be meant.
 *
 * @param said for each word that was asked for, in what spelling the track has it
 */
public record Resemblance(IndexedTrack track, List<Optional<Spelling>> said) {
  /** Copies. */
  public Resemblance {
    said = List.copyOf(said);
  }
}
