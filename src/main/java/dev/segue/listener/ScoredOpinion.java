package dev.segue.listener;

import dev.segue.listening.model.History;
import dev.segue.listening.model.TasteModel;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** By a model that scores its items. */
final class ScoredOpinion implements Opinion {
  private final TrackTaste taste;
  private final TasteModel model;
  private final History history;
  private final float[] scores;

  ScoredOpinion(TrackTaste taste, TasteModel model, History history) {
    this.taste = taste;
    this.model = model;
    this.history = history;
    scores = new float[model.items()];
    model.score(history, scores);
  }

  @Override
  public double score(int ordinal) {
    int item = taste.item(ordinal);
    return item == TrackTaste.NONE ? Double.NaN : scores[item];
  }

  @Override
  public double[] sample() {
    return Arrays.stream(taste.sample()).mapToDouble(item -> scores[item]).toArray();
  }

  @Override
  public double[] contributions(int ordinal) {
    return model.contributions(history, taste.item(ordinal));
  }

  @Override
  public List<Hit> best(TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException {
    return taste.scored(item -> scores[item]).best(filter, versions, excluded, k);
  }
}
