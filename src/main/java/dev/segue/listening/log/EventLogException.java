package dev.segue.listening.log;

import java.io.IOException;

/** The log cannot be read or written. The message is for people, says why, and names no user. */
public final class EventLogException extends IOException {
  private static final long serialVersionUID = 1;

  private final Fault fault;

  /**
   * A call that failed.
   *
   * @param otherwise what has become of it
   */
  EventLogException(Fault fault, String otherwise) {
    super("%s; %s.".formatted(fault.words(), otherwise));
    this.fault = fault;
  }

  /** The same failure for whoever knows better what has become of the call. */
  public EventLogException with(String otherwise) {
    return new EventLogException(fault, otherwise);
  }
}
