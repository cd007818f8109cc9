package dev.segue.query;

/** Which tracks of one recording are answered: re-releases, remasters, best-of copies. */
public enum Versions {
  /** The most popular of those that fit. */
  ONE,
  /** Each that fits. */
  ALL
}
