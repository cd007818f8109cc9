package dev.segue.evaluate.ranking;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.Bootstrap;
import dev.segue.evaluate.Difference;
import dev.segue.evaluate.Estimate;
import dev.segue.evaluate.Latencies;
import dev.segue.evaluate.protocol.Contest;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Split;
import dev.segue.evaluate.ranking.Sounding.Mix;
import dev.segue.evaluate.ranking.Tally.Answers;
import dev.segue.listening.Ids;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TasteModel;
import dev.segue.listening.model.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Asks models for k items for each user of a test, from what is known of them. Items that a user
 * knows are not recommended, nor those that nobody was learned from has; of equal scores the more
 * popular item comes first, of equally popular ones that with the lesser id.
 */
public final class RankingEvaluation {
  /** What sound alone is called in reports. */
  private static final String SOUND = "sound";

  /** In which of the measures models are compared. */
  private static final List<Measure> COMPARED =
      List.of(Measure.PRECISION, Measure.RECALL, Measure.NDCG);

  private final List<Asked> asked = new ArrayList<>();
  private final int k;
  private final long seed;
  private final String data;
  private final Optional<Sounding> sounding;

  /**
   * Prepares.
   *
   * @param data as reports call them
   * @param splits of the same data, at least one
   * @param k how long lists are, at least 1
   * @param seed of everything that is drawn
   * @param sounding mixes each model with sound, too, and measures sound alone
   * @throws ListeningException when a test has nothing that somebody listened to
   */
  public RankingEvaluation(
      String data, List<Split> splits, int k, long seed, Optional<Sounding> sounding)
      throws ListeningException {
    this.k = k;
    this.seed = seed;
    this.data = data;
    this.sounding = sounding;
    for (Split split : splits) {
      asked.add(new Asked(split, k));
    }
  }

  /** A row of the report. */
  private record Row(String name, Answers answers, Optional<Entrant.Found> found) {}

  /**
   * Measures models.
   *
   * @param progress is told of each training
   */
  public RankingReport run(List<Entrant<TasteKind>> entrants, Progress progress)
      throws ListeningException {
    Contest<TasteKind, List<Row>> contest =
        Contest.hold(entrants, asked.size(), entrant -> rows(entrant, progress), progress);
    List<Row> rows = new ArrayList<>();
    sounding.ifPresent(with -> rows.add(sound(with)));
    contest.measured().forEach(each -> rows.addAll(each.result()));
    Bootstrap bootstrap = new Bootstrap(seed);
    List<RankingReport.OfModel> models = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Estimate> measures = new LinkedHashMap<>();
      row.answers()
          .measured()
          .forEach((measure, of) -> measures.put(measure.key(), bootstrap.estimate(of)));
      models.add(
          new RankingReport.OfModel(
              row.name(),
              measures,
              row.answers().spread(),
              row.answers().seconds(),
              row.answers().p50Micros(),
              row.found().orElse(null)));
      if (models.size() > 1) {
        differences.addAll(differences(bootstrap, rows.getFirst(), row, row.name()));
      }
    }
    for (Contest.Measured<TasteKind, List<Row>> each : contest.measured()) {
      Row mixed = each.result().getLast();
      for (Row part : each.result().subList(0, each.result().size() - 1)) {
        differences.addAll(
            differences(bootstrap, part, mixed, mixed.name() + " against " + part.name()));
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
        Difference.corrected(differences),
        contest.untrained());
  }

  private static List<Difference> differences(
      Bootstrap bootstrap, Row first, Row second, String name) {
    return COMPARED.stream()
        .map(
            measure ->
                bootstrap.difference(
                    name + ": " + measure.key(),
                    first.answers().measured().get(measure),
                    second.answers().measured().get(measure)))
        .toList();
  }

  /** The mean NDCG of some settings in one split. */
  public static double ndcg(ModelSettings<TasteKind> settings, Split split, int k, long seed)
      throws ListeningException {
    TasteModel model = TasteKind.train(settings, split.train(), Training.of(seed));
    return ndcg(new Asked(split, k), Scorer.byTaste(settings, model));
  }

  private static double ndcg(Asked asked, Scorer scorer) {
    return Arrays.stream(asked.lists(scorer, new Latencies()))
        .mapToDouble(Measure.NDCG::of)
        .average()
        .orElse(0);
  }

  private Row sound(Sounding with) {
    Tally tally = new Tally(asked);
    for (int split = 0; split < asked.size(); split++) {
      tally.add(split, Scorer.bySound(with.given().sounds(), items()), 0);
    }
    return new Row(SOUND, tally.answers(), Optional.empty());
  }

  private Ids items() {
    return asked.getFirst().split.train().items();
  }

  /** A model alone; and where that is asked for, with popularity, and mixed with sound, too. */
  private List<Row> rows(Entrant<TasteKind> entrant, Progress progress) throws ListeningException {
    Tally alone = new Tally(asked);
    Tally popular = new Tally(asked);
    Tally mixed = new Tally(asked);
    List<Map<Mix, Double>> searches = new ArrayList<>();
    for (int s = 0; s < asked.size(); s++) {
      Asked of = asked.get(s);
      ModelSettings<TasteKind> settings = entrant.bySplit().get(s);
      long begun = System.nanoTime();
      TasteModel model = TasteKind.train(settings, of.split.train(), Training.of(seed));
      double seconds = (System.nanoTime() - begun) / 1e9;
      Scorer taste = Scorer.byTaste(settings, model);
      alone.add(s, taste, seconds);
      if (sounding.isPresent()) {
        Mix mix = sounding.get().given();
        if (sounding.get().search().isPresent()) {
          searches.add(tried(settings, of.split, sounding.get()));
          mix = Sounding.best(searches.getLast());
        }
        popular.add(s, mixed(taste, mix.without(), of), seconds);
        mixed.add(s, mixed(taste, mix, of), seconds);
      }
      progress.advance(1);
    }
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(entrant.name(), alone.answers(), entrant.found()));
    if (sounding.isPresent()) {
      Optional<Entrant.Found> found =
          searches.isEmpty() ? Optional.empty() : Optional.of(Sounding.found(searches));
      String model = entrant.name();
      rows.add(
          new Row(
              model + " + popularity" + sounding.get().remarkWithoutSound(),
              popular.answers(),
              Optional.empty()));
      rows.add(new Row(model + " hybrid" + sounding.get().remark(), mixed.answers(), found));
    }
    return rows;
  }

  private Scorer mixed(Scorer taste, Mix mix, Asked of) {
    return new MixedScorer(
        taste,
        Scorer.bySound(mix.sounds(), items()),
        mix.mixing(),
        of.statistics.popularity(),
        of.order);
  }

  /** The NDCG of mixes where what a split learns from is parted once more. */
  private Map<Mix, Double> tried(ModelSettings<TasteKind> settings, Split split, Sounding with)
      throws ListeningException {
    Split inner = with.search().orElseThrow().splits(split.learned(), new Random(seed)).getFirst();
    Asked of = new Asked(inner, k);
    TasteModel model = TasteKind.train(settings, inner.train(), Training.of(seed));
    Map<Mix, Double> tried = new LinkedHashMap<>();
    for (Mix mix : with.tried()) {
      tried.put(mix, ndcg(of, mixed(Scorer.byTaste(settings, model), mix, of)));
    }
    return tried;
  }
}
