package dev.segue.engine;

import java.io.IOException;

/** Something about an index's folder that a person has to mend; the message says how. */
public sealed class EngineException extends IOException permits BusyException {
  private static final long serialVersionUID = 1;

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
