package dev.segue.listening.log;

import java.util.Locale;

/** What somebody did with a track. */
public enum EventType {
  PLAY,
  SKIP,
  LIKE,
  DISLIKE,
  SAVE;

  /** What is kept as a word. */
  static EventType of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** As it is written and kept. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
