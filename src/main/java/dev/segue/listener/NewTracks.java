package dev.segue.listener;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where tracks stand that the model of taste does not know, so that they are heard at all.
 *
 * <p>The best of them by sound is taken to be as much to a listener's taste as the {@value
 * #EVERY}th best of those that the model knows, the next as the twice {@value #EVERY}th, and so on
 * over all heads; those for whom there is no such place, as the last. Where it knows none, sound
 * alone says what is relevant.
 */
final class NewTracks {
  private static final int EVERY = 10;

  private static final Comparator<Scored> BEST_BY_SOUND_FIRST =
      Comparator.comparingDouble(Scored::sound).reversed().thenComparingInt(Scored::ordinal);

  /** What makes known tracks relevant besides their sound, ascending. */
  private double[] tastes = {};

  private int placed;

  /** Takes more tracks that the model knows. */
  void know(List<Scored> known) {
    tastes =
        DoubleStream.concat(
                DoubleStream.of(tastes), known.stream().mapToDouble(Scored::besidesSound))
            .sorted()
            .toArray();
  }

  /** New tracks as relevant as they are by their sound and the taste of their places. */
  List<Scored> placed(List<Scored> tracks, Mixing.Shares shares) {
    List<Scored> all = new ArrayList<>();
    for (Scored each : tracks.stream().sorted(BEST_BY_SOUND_FIRST).toList()) {
      double relevance =
          tastes.length == 0 ? shares.soundAlone(each.sound()) : each.relevance() + nextTaste();
      all.add(each.with(Double.NaN, Double.NaN, relevance));
    }
    return all;
  }

  private double nextTaste() {
    placed++;
    return tastes[tastes.length - Math.min(placed * EVERY, tastes.length)];
  }
}
