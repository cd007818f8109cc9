package dev.segue.evaluate.ranking;

import dev.segue.listener.Nearness;
import dev.segue.listener.StandardScore;
import dev.segue.listening.Ids;
import dev.segue.listening.model.History;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TasteModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores items for a listener. Thread-safe. */
interface Scorer {
  /**
   * Scores all items.
   *
   * @param known of the listener, with values as they are in the data
   * @param scores {@code float[items]}, all of which are overwritten
   */
  void score(History known, float[] scores);

  /** By a model, which is told of values as it was trained. */
  static Scorer byTaste(ModelSettings<TasteKind> settings, TasteModel model) {
    return (known, scores) -> {
      float[] weights = new float[known.weights().length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = TasteKind.weight(settings, known.weights()[i]);
      }
      model.score(new History(known.items(), weights), scores);
    };
  }

  /** By sound, as {@link dev.segue.listener.ListenerRecommender} does. */
  static Scorer bySound(ItemSounds sounds, Ids items) {
    float[][] places =
        IntStream.range(0, items.size())
            .mapToObj(item -> sounds.place(items.id(item)))
            .toArray(float[][]::new);
    return (known, scores) -> {
      List<float[]> liked = new ArrayList<>();
      for (int item : known.items()) {
        if (places[item] != null) {
          liked.add(places[item]);
        }
      }
      Arrays.fill(scores, 0);
      if (!liked.isEmpty()) {
        Nearness nearness = new Nearness(sounds.metric(), liked, List.of());
        for (int item = 0; item < scores.length; item++) {
          scores[item] = places[item] == null ? 0 : (float) nearness.of(places[item]);
        }
      }
    };
  }

  /**
   * By both, as standard scores over the items that can be recommended: those that a listener knows
   * are nearest to themselves, and would stretch the scale.
   *
   * @param alpha the share of sound
   */
  static Scorer mixed(Scorer taste, Scorer sound, double alpha, int[] candidates) {
    return (known, scores) -> {
      float[] sounds = new float[scores.length];
      taste.score(known, scores);
      sound.score(known, sounds);
      int[] unknown = without(candidates, known.items());
      StandardScore ofTaste = scale(scores, unknown);
      StandardScore ofSound = scale(sounds, unknown);
      for (int item = 0; item < scores.length; item++) {
        scores[item] =
            (float) ((1 - alpha) * ofTaste.of(scores[item]) + alpha * ofSound.of(sounds[item]));
      }
    };
  }

  private static int[] without(int[] candidates, int[] known) {
    Set<Integer> left = Arrays.stream(known).boxed().collect(Collectors.toSet());
    return Arrays.stream(candidates).filter(item -> !left.contains(item)).toArray();
  }

  private static StandardScore scale(float[] scores, int[] items) {
    return StandardScore.of(Arrays.stream(items).mapToDouble(item -> scores[item]).toArray());
  }
}
