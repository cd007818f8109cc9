package dev.segue.http.api;

import dev.segue.experiment.Assignment;
import dev.segue.listening.log.Affinities;
import dev.segue.listening.log.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who asks, as far as it is known. */
public interface Listeners {
  /**
   * How much a user likes what they did something with.
   *
   * @param until nothing later counts; empty for all that is known by now
   * @throws dev.segue.listening.log.EventLogException when that cannot be read at the moment
   */
  Affinities affinities(String userId, Optional<Instant> until) throws IOException;

  /**
   * What a user did, the oldest first.
   *
   * @throws dev.segue.listening.log.EventLogException when that cannot be read at the moment
   */
  List<Event> events(String userId) throws IOException;

  /** The variant of an experiment that a user is in. */
  Optional<Assignment> assignment(String userId);
}
