package dev.segue.evaluate.ranking;

import dev.segue.listening.Interactions;
import dev.segue.listening.model.SparseMatrix;

/** How many have listened to items, and who to two of them, in what was learned from. */
final class ItemStatistics {
  private final SparseMatrix items;
  private final int users;

  ItemStatistics(Interactions train) {
    items = SparseMatrix.of(train, value -> value > 0 ? 1 : 0).transposed();
    users = train.distinctUsers();
  }

  /** Whether anybody has listened to it; what nobody has is not recommended. */
  boolean isKnown(int item) {
    return items.length(item) > 0;
  }

  /** The share of all users that have listened to an item, [0, 1]. */
  double share(int item) {
    return (double) items.length(item) / users;
  }

  /** The cosine of who listened to two items that are known, [0, 1]. */
  double cosine(int one, int other) {
    int common = 0;
    int i = items.start(one);
    int j = items.start(other);
    while (i < items.start(one + 1) && j < items.start(other + 1)) {
      int order = Integer.compare(items.column(i), items.column(j));
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common / Math.sqrt((double) items.length(one) * items.length(other));
  }

  /** How many items are known. */
  int size() {
    int known = 0;
    for (int item = 0; item < items.rows(); item++) {
      known += isKnown(item) ? 1 : 0;
    }
    return known;
  }
}
