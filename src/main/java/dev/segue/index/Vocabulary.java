package dev.segue.index;

import java.io.IOException;
import java.util.List;

/** The words that the tracks of an index have, in name, artists, album and genres. */
public interface Vocabulary {
  /** How many tracks have a word. */
  int tracksWith(String word) throws IOException;

  /**
   * The words at most so many edits away, without the word itself: letters put in, left out,
   * exchanged, or swapped with their neighbour (the optimal string alignment distance), wherever
   * they stand. The nearest first, then those of the most tracks. To a word of more than some forty
   * letters, none.
   *
   * @param edits 1 or 2
   * @param limit how many at most
   */
  List<Near> near(String word, int edits, int limit) throws IOException;

  /**
   * The words whose beginning is one edit away from what was typed, the first letter apart; those
   * of the most tracks first, with one as their edits.
   */
  List<Near> nearBeginning(String typed, int limit) throws IOException;

  /** The words that are spoken alike, but for the word itself, those of the most tracks first. */
  List<String> soundingLike(String word, int limit) throws IOException;

  /**
   * A word nearby.
   *
   * @param edits how far
   * @param tracks how many tracks have it
   */
  record Near(String text, int edits, int tracks) {}
}
