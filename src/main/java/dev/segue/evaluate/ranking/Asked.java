package dev.segue.evaluate.ranking;

import dev.segue.evaluate.Latencies;
import dev.segue.evaluate.protocol.Split;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.History;
import dev.segue.listening.model.Largest;
import dev.segue.listening.model.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is asked in a split, and with what answers are compared. */
final class Asked {
  final Split split;
  final int k;
  final ItemStatistics statistics;

  /** All items that can be recommended, in the order in which equal scores stand. */
  final int[] order;

  final List<Listener> listeners = new ArrayList<>();

  Asked(Split split, int k) throws ListeningException {
    this.split = split;
    this.k = k;
    statistics = new ItemStatistics(split.train());
    order = statistics.byPopularity();
    SparseMatrix known = SparseMatrix.of(split.known(), value -> Math.max(0, value));
    SparseMatrix test = SparseMatrix.of(split.test(), value -> value > 0 ? 1 : 0);
    for (int user = 0; user < test.rows(); user++) {
      if (test.length(user) > 0) {
        listeners.add(new Listener(user, known.row(user), relevant(test, user)));
      }
    }
    if (listeners.isEmpty()) {
      throw new ListeningException("%s has nothing to recommend.".formatted(split.name()));
    }
    for (Listener listener : listeners) {
      Arrays.stream(order)
          .filter(item -> !listener.known.contains(item))
          .limit(k)
          .forEach(listener.obvious::add);
    }
  }

  /** What is recommended to each listener. */
  RankedList[] lists(Scorer scorer, Latencies latencies) {
    RankedList[] lists = new RankedList[listeners.size()];
    ThreadLocal<float[]> scores =
        ThreadLocal.withInitial(() -> new float[split.train().items().size()]);
    IntStream.range(0, lists.length)
        .parallel()
        .forEach(
            i -> {
              long begun = System.nanoTime();
              Listener listener = listeners.get(i);
              int[] best = best(scorer, listener, scores.get());
              long nanos = System.nanoTime() - begun;
              synchronized (latencies) {
                latencies.add(nanos);
              }
              lists[i] = new RankedList(best, k, listener.relevant, listener.obvious, statistics);
            });
    return lists;
  }

  private int[] best(Scorer scorer, Listener listener, float[] scores) {
    scorer.score(listener.history, scores);
    int[] places =
        Largest.of(
            order.length,
            k,
            place ->
                listener.known.contains(order[place])
                    ? Double.NEGATIVE_INFINITY
                    : scores[order[place]]);
    return Arrays.stream(places).map(place -> order[place]).toArray();
  }

  private static Set<Integer> relevant(SparseMatrix test, int user) {
    return Arrays.stream(test.row(user).items()).boxed().collect(Collectors.toSet());
  }

  /** A user of the test. */
  static final class Listener {
    final int user;
    final History history;
    final Set<Integer> known;
    final Set<Integer> relevant;
    final Set<Integer> obvious = new HashSet<>();

    Listener(int user, History history, Set<Integer> relevant) {
      this.user = user;
      this.history = history;
      this.relevant = relevant;
      known = Arrays.stream(history.items()).boxed().collect(Collectors.toSet());
    }
  }
}
