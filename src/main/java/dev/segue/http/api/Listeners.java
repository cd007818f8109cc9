package dev.segue.http.api;

import dev.segue.experiment.Assignment;
import dev.segue.listening.log.Event;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Who asks, as far as it is known. */
public interface Listeners {
  /**
   * What a user did, the oldest first.
   *
   * @throws dev.segue.listening.log.EventLogException when that cannot be read at the moment
   */
  List<Event> events(String userId) throws IOException;

  /** The variant of an experiment that a user is in. */
  Optional<Assignment> assignment(String userId);
}
