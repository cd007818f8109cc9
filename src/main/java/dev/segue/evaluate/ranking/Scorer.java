package dev.segue.evaluate.ranking;

import dev.segue.listener.LikingScale;
import dev.segue.listener.Nearness;
import dev.segue.listening.Ids;
import dev.segue.listening.model.History;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TasteModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

  /** By sound, as {@link dev.segue.listener.ListenerRecommender} does; 0 for what has no place. */
  static Scorer bySound(ItemSounds sounds, Ids items) {
    float[][] places =
        IntStream.range(0, items.size())
            .mapToObj(item -> sounds.place(items.id(item)))
            .toArray(float[][]::new);
    List<float[]> placed = Arrays.stream(places).filter(Objects::nonNull).toList();
    LikingScale scale =
        LikingScale.ofSound(
            sounds.metric(), LikingScale.sample(placed.size()).mapToObj(placed::get).toList());
    return (known, scores) -> {
      List<float[]> favourites =
          IntStream.range(0, known.items().length)
              .filter(i -> places[known.items()[i]] != null)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -known.weights()[i]))
              .limit(Nearness.FAVOURITES)
              .map(i -> places[known.items()[i]])
              .toList();
      Arrays.fill(scores, 0);
      if (!favourites.isEmpty()) {
        Nearness nearness = new Nearness(sounds.metric(), favourites, List.of(), scale);
        for (int item = 0; item < scores.length; item++) {
          scores[item] = places[item] == null ? 0 : (float) nearness.of(places[item]);
        }
      }
    };
  }
}
