package dev.segue.evaluate.protocol;

import dev.segue.listening.ListeningException;
import java.util.List;

/**
 * A model that could not be trained, and so was not measured.
 *
 * @param reason for people
 */
public record Untrained(String model, String reason) {
  /**
   * Gives back models that were left out, unless these are all.
   *
   * @param entrants how many models there are
   * @throws ListeningException with the reason of the first
   */
  public static List<Untrained> unlessAll(List<Untrained> untrained, int entrants)
      throws ListeningException {
    if (untrained.size() == entrants) {
      throw new ListeningException(untrained.getFirst().reason());
    }
    return untrained;
  }
}
