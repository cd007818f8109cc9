package dev.segue.cli;

import dev.segue.engine.Listening;
import dev.segue.query.RequestException;
import picocli.CommandLine.Option;

/** Which log of events a command is about. */
final class LogOptions {
  @Option(
      names = "--listening",
      paramLabel = "PLACE",
      description =
          "Where events are kept: a file, or jdbc:postgresql://… (default: data/listening.db, in"
              + " Segue's own folder).")
  private String place;

  /**
   * Opens the log.
   *
   * @throws RequestException when the place is none that keeps events
   */
  Listening open() {
    return ListeningOptions.place(place)
        .map(Listening::open)
        .orElseThrow(
            () ->
                RequestException.invalid("listening", "listening is 'none', which keeps nothing."));
  }
}
