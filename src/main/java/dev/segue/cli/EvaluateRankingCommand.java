package dev.segue.cli;

import dev.segue.evaluate.protocol.Dataset;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Protocol;
import dev.segue.evaluate.ranking.ItemSounds;
import dev.segue.evaluate.ranking.RankingEvaluation;
import dev.segue.evaluate.ranking.Sounding;
import dev.segue.listener.Mixing;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue evaluate ranking}. */
@Command(
    name = "ranking",
    description = {
      "Lets models of taste recommend to listeners, and reports how much of it is what they did"
          + " listen to, in a part of the data that the models have not seen.",
      "Models: popularity, item-knn, ease, edlae, ials, pure-svd."
    },
    mixinStandardHelpOptions = true)
final class EvaluateRankingCommand implements Callable<Integer> {
  private static final int LONGEST = 1_000;

  @Mixin private CommonOptions common;
  @Mixin private DataOptions data;
  @Mixin private SoundingOptions sounding;
  @Mixin private ReportOptions report;

  @Option(
      names = "-k",
      paramLabel = "K",
      defaultValue = "10",
      description = "How many are recommended, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--min-value",
      paramLabel = "VALUE",
      description =
          "Leave out what has a smaller value, such as ratings below 4 (default: nothing; 0 is not"
              + " listened to).")
  private Double minValue;

  @Override
  public Integer call() throws IOException {
    report.check(common);
    RequestException.checkCount("k", k, 1, LONGEST);
    List<ModelSettings<TasteKind>> models = data.models(TasteKind.values());
    Mixing mixing = sounding.mixing();
    List<ItemSounds> sounds = sounding.sounds(common);
    Dataset dataset = data.read(all -> counted(all, sounds));
    Optional<Protocol> search =
        data.isTuned() ? Optional.of(dataset.validation()) : Optional.empty();
    RankingEvaluation evaluation =
        new RankingEvaluation(
            minValue == null ? dataset.name() : dataset.name() + ", values from " + minValue,
            dataset.splits(),
            k,
            data.seed(),
            sounds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sounding(sounds, mixing, search)));
    List<Entrant<TasteKind>> entrants =
        data.entrants(
            models,
            dataset,
            (settings, split) -> -RankingEvaluation.ndcg(settings, split, k, data.seed()),
            common.progress());
    report.answer(evaluation.run(entrants, common.progress()), ListeningTables::of, common);
    return Main.DONE;
  }

  private Interactions counted(Interactions all, List<ItemSounds> sounds) {
    Interactions plays = all.added();
    return plays.where(
        i ->
            plays.value(i) != 0
                && (minValue == null || plays.value(i) >= minValue)
                && sounds.stream().allMatch(each -> each.has(plays.items().id(plays.item(i)))));
  }
}
