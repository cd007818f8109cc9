package dev.segue.evaluate.ranking;

import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.SparseMatrix;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How many have listened to items, and who to two of them, in what was learned from. */
final class ItemStatistics {
  private final Ids ids;
  private final SparseMatrix items;
  private final int users;

  ItemStatistics(Interactions train) {
    ids = train.items();
    items = SparseMatrix.of(train, value -> value > 0 ? 1 : 0).transposed();
    users = train.distinctUsers();
  }

  /** How many users have listened to each item. */
  int[] popularity() {
    return IntStream.range(0, items.rows()).map(items::length).toArray();
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

  /** All items that somebody has listened to, the most popular first; of equal ones by id. */
  int[] byPopularity() {
    return IntStream.range(0, items.rows())
        .filter(item -> items.length(item) > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(item -> -items.length(item)).thenComparing(ids::id))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
