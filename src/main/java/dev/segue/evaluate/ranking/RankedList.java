package dev.segue.evaluate.ranking;

import java.util.Set;

/**
 * What one listener was recommended, and what is known of it.
 *
 * @param items best first, at most k of them, fewer where no more can be recommended
 * @param k how many were asked for
 * @param relevant the items of the test, at least one
 * @param obvious the k most popular items that the listener does not know
 * @param statistics of the items in what was learned from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RankedList(
    int[] items, int k, Set<Integer> relevant, Set<Integer> obvious, ItemStatistics statistics) {

  boolean isHit(int rank) {
    return relevant.contains(items[rank - 1]);
  }

  int hits() {
    int hits = 0;
    for (int rank = 1; rank <= items.length; rank++) {
      hits += isHit(rank) ? 1 : 0;
    }
    return hits;
  }
}
