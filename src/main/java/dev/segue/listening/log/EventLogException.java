package dev.segue.listening.log;

import java.io.IOException;

/**
 * The log cannot be reached or written at the moment. The message is for people and names no user.
 */
public final class EventLogException extends IOException {
  private static final long serialVersionUID = 1;

  EventLogException(String message) {
    super(message);
  }
}
