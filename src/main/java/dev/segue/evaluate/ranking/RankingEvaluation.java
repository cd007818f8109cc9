package dev.segue.evaluate.ranking;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.Bootstrap;
import dev.segue.evaluate.Difference;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.Latencies;
import dev.segue.evaluate.protocol.Contest;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Split;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.History;
import dev.segue.listening.model.Largest;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.SparseMatrix;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TasteModel;
import dev.segue.listening.model.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks models for k items for each user of a test, from what is known of them. Items that a user
 * knows are not recommended, nor those that nobody was learned from has; of equal scores the more
 * popular item comes first, of equally popular ones that with the lesser id.
 */
public final class RankingEvaluation {
  /** In which of the measures models are compared. */
  private static final List<Measure> COMPARED =
      List.of(Measure.PRECISION, Measure.RECALL, Measure.NDCG);

  private final List<Asked> asked = new ArrayList<>();
  private final int k;
  private final long seed;
  private final String data;

  /**
   * Prepares.
   *
   * @param data as reports call them
   * @param splits of the same data, at least one
   * @param k how long lists are, at least 1
   * @param seed of everything that is drawn
   * @throws ListeningException when a test has nothing that somebody listened to
   */
  public RankingEvaluation(String data, List<Split> splits, int k, long seed)
      throws ListeningException {
    this.k = k;
    this.seed = seed;
    this.data = data;
    for (Split split : splits) {
      asked.add(new Asked(split, k));
    }
  }

  /** What is asked in a split, and with what answers are compared. */
  private static final class Asked {
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

    RankedList[] lists(ModelSettings<TasteKind> settings, TasteModel model, Latencies latencies) {
      RankedList[] lists = new RankedList[listeners.size()];
      ThreadLocal<float[]> scores = ThreadLocal.withInitial(() -> new float[model.items()]);
      IntStream.range(0, lists.length)
          .parallel()
          .forEach(
              i -> {
                long begun = System.nanoTime();
                Listener listener = listeners.get(i);
                int[] best = best(model, listener.weighted(settings), listener.known, scores.get());
                long nanos = System.nanoTime() - begun;
                synchronized (latencies) {
                  latencies.add(nanos);
                }
                lists[i] = new RankedList(best, k, listener.relevant, listener.obvious, statistics);
              });
      return lists;
    }

    private int[] best(TasteModel model, History history, Set<Integer> known, float[] scores) {
      model.score(history, scores);
      int[] places =
          Largest.of(
              order.length,
              k,
              place ->
                  known.contains(order[place]) ? Double.NEGATIVE_INFINITY : scores[order[place]]);
      return Arrays.stream(places).map(place -> order[place]).toArray();
    }

    private static Set<Integer> relevant(SparseMatrix test, int user) {
      return Arrays.stream(test.row(user).items()).boxed().collect(Collectors.toSet());
    }
  }

  /** A user of the test. */
  private static final class Listener {
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

    /** The history as a model was trained to see it. */
    History weighted(ModelSettings<TasteKind> settings) {
      float[] weights = new float[history.weights().length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = TasteKind.weight(settings, history.weights()[i]);
      }
      return new History(history.items(), weights);
    }
  }

  /** What one model did in all splits. */
  private record Answers(
      Map<Measure, Bootstrap.Measured> measured, Spread spread, double seconds, double p50Micros) {}

  /**
   * Measures models.
   *
   * @param progress is told of each training
   */
  public RankingReport run(List<Entrant<TasteKind>> entrants, Progress progress)
      throws ListeningException {
    Contest<TasteKind, Answers> contest =
        Contest.hold(entrants, asked.size(), entrant -> answers(entrant, progress), progress);
    Answers first = contest.measured().getFirst().result();
    Bootstrap bootstrap = new Bootstrap(seed);
    List<RankingReport.OfModel> models = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (Contest.Measured<TasteKind, Answers> each : contest.measured()) {
      Entrant<TasteKind> entrant = each.entrant();
      Answers answers = each.result();
      Map<String, Estimate> measures = new LinkedHashMap<>();
      answers
          .measured()
          .forEach((measure, of) -> measures.put(measure.key(), bootstrap.estimate(of)));
      models.add(
          new RankingReport.OfModel(
              entrant.name(),
              measures,
              answers.spread(),
              answers.seconds(),
              answers.p50Micros(),
              entrant.found().orElse(null)));
      for (Measure measure : models.size() == 1 ? List.<Measure>of() : COMPARED) {
        differences.add(
            bootstrap.difference(
                entrant.name() + ": " + measure.key(),
                first.measured().get(measure),
                answers.measured().get(measure)));
      }
    }
    return new RankingReport(
        data,
        asked.size(),
        k,
        asked.getFirst().split.users(),
        asked.getFirst().split.items(),
        asked.stream().mapToInt(each -> each.listeners.size()).sum(),
        seed,
        models,
        differences,
        contest.untrained());
  }

  /** The mean NDCG of some settings in one split. */
  public static double ndcg(ModelSettings<TasteKind> settings, Split split, int k, long seed)
      throws ListeningException {
    Asked asked = new Asked(split, k);
    TasteModel model = TasteKind.train(settings, split.train(), Training.of(seed));
    return Arrays.stream(asked.lists(settings, model, new Latencies()))
        .mapToDouble(Measure.NDCG::of)
        .average()
        .orElse(0);
  }

  private Answers answers(Entrant<TasteKind> entrant, Progress progress) throws ListeningException {
    int users = asked.getFirst().split.train().users().size();
    Map<Measure, double[][]> sums = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      sums.put(measure, new double[asked.size()][users]);
    }
    double[][] counts = new double[asked.size()][users];
    Spread[] spreads = new Spread[asked.size()];
    Latencies latencies = new Latencies();
    double seconds = 0;
    for (int s = 0; s < asked.size(); s++) {
      Asked of = asked.get(s);
      ModelSettings<TasteKind> settings = entrant.bySplit().get(s);
      long begun = System.nanoTime();
      TasteModel model = TasteKind.train(settings, of.split.train(), Training.of(seed));
      seconds += (System.nanoTime() - begun) / 1e9;
      RankedList[] lists = of.lists(settings, model, latencies);
      int[] recommended = new int[model.items()];
      for (int i = 0; i < lists.length; i++) {
        int user = of.listeners.get(i).user;
        counts[s][user] = 1;
        for (Map.Entry<Measure, double[][]> sum : sums.entrySet()) {
          sum.getValue()[s][user] = sum.getKey().of(lists[i]);
        }
        for (int item : lists[i].items()) {
          recommended[item]++;
        }
      }
      spreads[s] = Spread.of(recommended, of.order.length);
      progress.advance(1);
    }
    Map<Measure, Bootstrap.Measured> measured = new EnumMap<>(Measure.class);
    sums.forEach(
        (measure, perUser) ->
            measured.put(measure, new Bootstrap.Measured(perUser, counts, mean -> mean)));
    return new Answers(
        measured, Spread.mean(spreads), seconds / asked.size(), latencies.percentileMicros(50));
  }
}
