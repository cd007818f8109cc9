package dev.segue.index.lucene;

/**
 * Optimal string alignment: how many characters must be put in, left out, exchanged, or swapped
 * with their neighbour, no stretch twice, to make one word of another (Damerau 1964, "A technique
 * for computer detection and correction of spelling errors"). Time and memory O(n·m).
 */
final class EditDistance {
  private EditDistance() {}

  /** The distance, in characters as Unicode counts them. */
  static int between(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[][] distance = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      distance[i][0] = i;
    }
    for (int j = 0; j <= b.length; j++) {
      distance[0][j] = j;
    }
    for (int i = 1; i <= a.length; i++) {
      for (int j = 1; j <= b.length; j++) {
        int exchanged = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int least = Math.min(exchanged, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          least = Math.min(least, 1 + distance[i - 2][j - 2]);
        }
        distance[i][j] = least;
      }
    }
    return distance[a.length][b.length];
  }
}
