package dev.segue.evaluate.protocol;

import dev.segue.catalog.Progress;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.ModelKind;
import dev.segue.listening.model.ModelSettings;
import dev.segue.query.RequestException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The search for good settings, at random (Bergstra & Bengio 2012, "Random search for
 * hyper-parameter optimization"). Each split is searched by itself, in what it learns from: that is
 * parted once more, and so nothing of a test is seen.
 *
 * @param trials how many settings are tried, at least 1, the given ones first
 * @param validation parts what a split learns from; of several parts the first is taken
 * @param seed of the settings that are tried
 */
public record Tuning(int trials, Protocol validation, long seed) {
  private static final int MOST_TRIALS = 10_000;

  /**
   * Checks the count.
   *
   * @throws RequestException naming the value and the limit
   */
  public Tuning {
    RequestException.checkCount("tune", trials, 1, MOST_TRIALS);
  }

  /** Measures settings on validation data. */
  public interface Loss<K extends ModelKind> {
    /**
     * Trains and measures; less is better.
     *
     * @throws ListeningException when these settings cannot be trained with these data
     */
    double of(ModelSettings<K> settings, Split validation) throws IOException;
  }

  /**
   * Searches.
   *
   * @param given where the search begins
   * @param progress is told of each trial
   */
  public <K extends ModelKind> Entrant<K> search(
      ModelSettings<K> given, List<Split> splits, Loss<K> loss, Progress progress)
      throws IOException {
    Random random = new Random(seed);
    List<ModelSettings<K>> candidates =
        Stream.concat(
                Stream.of(given),
                Stream.generate(() -> ModelSettings.random(given.kind(), random))
                    .limit(trials - 1L))
            .distinct()
            .toList();
    List<ModelSettings<K>> bySplit = new ArrayList<>();
    Map<ModelSettings<K>, Double> means = new LinkedHashMap<>();
    progress.begin(
        "Tuning " + given.kind().kind(), (long) candidates.size() * splits.size(), "trials");
    try {
      for (Split split : splits) {
        Split inner = validation.splits(split.learned(), new Random(seed)).getFirst();
        Map<ModelSettings<K>, Double> losses = new LinkedHashMap<>();
        for (ModelSettings<K> candidate : candidates) {
          losses.put(candidate, loss(loss, candidate, inner));
          means.merge(candidate, losses.get(candidate) / splits.size(), Double::sum);
          progress.advance(1);
        }
        bySplit.add(least(losses));
      }
    } finally {
      progress.end();
    }
    ModelSettings<K> overall = least(means);
    Entrant.Found found =
        new Entrant.Found(
            overall.toString(),
            means.get(overall),
            bySplit.stream().map(ModelSettings::toString).toList());
    return new Entrant<>(given.kind().kind() + " (tuned)", bySplit, Optional.of(found));
  }

  /** Settings that these data do not suffice for lose against all others. */
  private static <K extends ModelKind> double loss(
      Loss<K> loss, ModelSettings<K> candidate, Split inner) throws IOException {
    try {
      return loss.of(candidate, inner);
    } catch (ListeningException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** Of equal ones the first. */
  private static <K extends ModelKind> ModelSettings<K> least(
      Map<ModelSettings<K>, Double> losses) {
    return losses.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
