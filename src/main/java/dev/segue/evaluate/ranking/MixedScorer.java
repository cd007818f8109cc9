package dev.segue.evaluate.ranking;

import dev.segue.listener.LikingScale;
import dev.segue.listener.Mixing;
import dev.segue.listening.model.History;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * By taste and sound, as {@link dev.segue.listener.ListenerRecommender} mixes them, but of all
 * items, where that takes the heads of lists: ranks go further here. Every candidate has a sound.
 */
final class MixedScorer implements Scorer {
  private final Scorer taste;
  private final Scorer sound;
  private final Mixing mixing;
  private final int[] candidates;
  private final LikingScale scale;

  /** Of each item, by the scale of popularity. */
  private final double[] popularity;

  /**
   * Takes the measure of taste and popularity.
   *
   * @param listeners of all items, how many have each
   * @param candidates the items that can be recommended, in the order in which equal ones rank
   */
  MixedScorer(Scorer taste, Scorer sound, Mixing mixing, int[] listeners, int[] candidates) {
    this.taste = taste;
    this.sound = sound;
    this.mixing = mixing;
    this.candidates = candidates;
    scale = scale(listeners.length);
    LikingScale popular =
        LikingScale.ofPopularity(Arrays.stream(candidates).map(item -> listeners[item]).toArray());
    popularity = Arrays.stream(listeners).mapToDouble(popular::of).toArray();
  }

  private LikingScale scale(int items) {
    int[] likings = LikingScale.sample(candidates.length).map(i -> candidates[i]).toArray();
    float[] said = new float[items];
    return LikingScale.ofTaste(
        likings.length,
        liking -> {
          taste.score(new History(new int[] {likings[liking]}, new float[] {1}), said);
          return Arrays.stream(candidates)
              .filter(item -> item != likings[liking])
              .mapToDouble(item -> said[item])
              .toArray();
        });
  }

  @Override
  public void score(History history, float[] scores) {
    int likings = history.items().length;
    taste.score(history, scores);
    double[] tastes = items(scores, scale::of);
    sound.score(history, scores);
    double[] sounds = items(scores, score -> score);
    int[] fresh = fresh(history);
    Mixing.Shares shares =
        mixing.shares(
            1,
            reach(fresh, item -> tastes[item] + Mixing.popularity(popularity[item], likings)),
            reach(fresh, item -> sounds[item]));
    switch (mixing.fusion()) {
      case LINEAR -> mix(shares, tastes, popularity, sounds, likings, scores);
      case RRF ->
          mix(
              shares.ofRanks(Mixing.popularity(1, likings)),
              reciprocalRanks(fresh, tastes),
              reciprocalRanks(fresh, popularity),
              reciprocalRanks(fresh, sounds),
              likings,
              scores);
    }
  }

  private static void mix(
      Mixing.Shares shares,
      double[] tastes,
      double[] popularity,
      double[] sounds,
      int likings,
      float[] scores) {
    for (int item = 0; item < scores.length; item++) {
      double liking = tastes[item] + Mixing.popularity(popularity[item], likings);
      scores[item] = (float) (shares.taste(liking) + shares.sound(sounds[item]));
    }
  }

  private int[] fresh(History history) {
    boolean[] known = new boolean[popularity.length];
    Arrays.stream(history.items()).forEach(item -> known[item] = true);
    return Arrays.stream(candidates).filter(item -> !known[item]).toArray();
  }

  private static double[] items(float[] scores, DoubleUnaryOperator measure) {
    return IntStream.range(0, scores.length)
        .mapToDouble(item -> measure.applyAsDouble(scores[item]))
        .toArray();
  }

  private static double reach(int[] items, IntToDoubleFunction score) {
    return Arrays.stream(items)
        .mapToDouble(item -> Math.abs(score.applyAsDouble(item)))
        .max()
        .orElse(0);
  }

  /** 0 for other items. */
  private static double[] reciprocalRanks(int[] items, double[] scores) {
    int[] best =
        Arrays.stream(items)
            .boxed()
            .sorted(Comparator.comparingDouble(item -> -scores[item]))
            .mapToInt(item -> item)
            .toArray();
    double[] reciprocal = new double[scores.length];
    for (int rank = 1; rank <= best.length; rank++) {
      reciprocal[best[rank - 1]] = Mixing.reciprocal(rank);
    }
    return reciprocal;
  }
}
