package dev.segue.cli;

import dev.segue.listening.log.EventLog;
import dev.segue.query.RequestException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which log of events a command is about. */
final class LogOptions {
  private static final String NONE = "none";

  @Option(
      names = "--listening",
      paramLabel = "PLACE",
      description =
          "Where events of listeners are kept: a file, jdbc:postgresql://…, or, for a server, none"
              + " (default: data/listening.db, in Segue's own folder).")
  private String place;

  /** Where events are kept; empty for nowhere. */
  Optional<String> place() {
    return NONE.equals(place)
        ? Optional.empty()
        : Optional.of(
            place == null
                ? Home.folder().resolve("data").resolve("listening.db").toString()
                : place);
  }

  /**
   * Opens a log that is there, to read it.
   *
   * @throws RequestException naming the file that is not, or when the place is none that keeps
   *     events
   */
  EventLog openExisting() {
    return EventLog.existing(keeping());
  }

  /**
   * Opens the log, which need not be there yet.
   *
   * @throws RequestException when the place is none that keeps events
   */
  EventLog open() {
    return EventLog.at(keeping());
  }

  private String keeping() {
    return place()
        .orElseThrow(
            () ->
                RequestException.invalid("listening", "listening is 'none', which keeps nothing."));
  }
}
