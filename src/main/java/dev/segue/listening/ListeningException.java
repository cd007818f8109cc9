package dev.segue.listening;

import java.io.IOException;

/**
 * Listening data cannot be used. The message is for people: what is wrong, where, and what to do
 * about it.
 */
public final class ListeningException extends IOException {
  private static final long serialVersionUID = 1;

  /** Data that cannot be used. */
  public ListeningException(String message) {
    super(message);
  }
}
