package dev.segue.peers;

import dev.segue.vector.Nearest;

/** What {@link Nearest} collected, as peers answer. */
final class Answer {
  private Answer() {}

  /** Empties it: the numbers of its points, the nearest first. */
  static int[] of(Nearest nearest) {
    int[] points = new int[nearest.size()];
    for (int i = points.length - 1; i >= 0; i--) {
      int place = i;
      nearest.pop((point, distance) -> points[place] = point);
    }
    return points;
  }
}
