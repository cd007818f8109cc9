package dev.segue.listener;

/** What recommendations to a listener go by. */
public enum Strategy {
  /** What sounds like what they like. */
  SOUND,
  /** What those listen to who like the same. */
  TASTE,
  /** Both. */
  HYBRID,
  /** What most people like: of listeners of whom nothing is known. Cannot be asked for. */
  POPULARITY
}
