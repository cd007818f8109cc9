package dev.segue.evaluate;

/** A half of what is asked about, so that what was tuned on one can be reported on the other. */
public enum Half {
  A,
  B;

  /** Whether something belongs to this half, by a hash of what it is called. */
  boolean takes(String name) {
    return (name.hashCode() * 0x9E3779B9 < 0) == (this == A);
  }
}
