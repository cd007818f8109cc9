package dev.segue.evaluate.ranking;

import dev.segue.evaluate.Bootstrap;
import dev.segue.evaluate.Latencies;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one way to recommend did, split by split. */
final class Tally {
  private final List<Asked> asked;
  private final Map<Measure, double[][]> sums = new EnumMap<>(Measure.class);
  private final double[][] counts;
  private final Spread[] spreads;
  private final Latencies latencies = new Latencies();
  private double seconds;

  Tally(List<Asked> asked) {
    this.asked = asked;
    int users = asked.getFirst().split.train().users().size();
    for (Measure measure : Measure.values()) {
      sums.put(measure, new double[asked.size()][users]);
    }
    counts = new double[asked.size()][users];
    spreads = new Spread[asked.size()];
  }

  /** What it did in all splits. */
  record Answers(
      Map<Measure, Bootstrap.Measured> measured, Spread spread, double seconds, double p50Micros) {}

  /**
   * Asks in one split.
   *
   * @param trainSeconds how long it took to learn
   */
  void add(int split, Scorer scorer, double trainSeconds) {
    Asked of = asked.get(split);
    RankedList[] lists = of.lists(scorer, latencies);
    int[] recommended = new int[of.split.train().items().size()];
    for (int i = 0; i < lists.length; i++) {
      int user = of.listeners.get(i).user;
      counts[split][user] = 1;
      for (Map.Entry<Measure, double[][]> sum : sums.entrySet()) {
        sum.getValue()[split][user] = sum.getKey().of(lists[i]);
      }
      for (int item : lists[i].items()) {
        recommended[item]++;
      }
    }
    spreads[split] = Spread.of(recommended, of.order.length);
    seconds += trainSeconds;
  }

  Answers answers() {
    Map<Measure, Bootstrap.Measured> measured = new EnumMap<>(Measure.class);
    sums.forEach(
        (measure, perUser) ->
            measured.put(measure, new Bootstrap.Measured(perUser, counts, mean -> mean)));
    return new Answers(
        measured, Spread.mean(spreads), seconds / asked.size(), latencies.percentileMicros(50));
  }
}
