package dev.segue.engine;

/** Another build is under way; it passes by itself. */
public final class BusyException extends EngineException {
  private static final long serialVersionUID = 1;

  BusyException(String message) {
    super(message);
  }
}
