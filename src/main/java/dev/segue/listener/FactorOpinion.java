package dev.segue.listener;

import dev.segue.index.NearestQuery;
import dev.segue.index.TrackIndex;
import dev.segue.listening.model.FactorModel;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.vector.FactorSpace;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** By factors: what is thought best are neighbours in the index, by inner product. */
final class FactorOpinion implements Opinion {
  private final TrackTaste taste;
  private final TrackIndex index;
  private final FactorSpace space;
  private final FactorModel model;
  private final FactorModel.Listener listener;
  private final float[] vector;

  FactorOpinion(
      TrackTaste taste,
      TrackIndex index,
      FactorSpace space,
      FactorModel model,
      FactorModel.Listener listener) {
    this.taste = taste;
    this.index = index;
    this.space = space;
    this.model = model;
    this.listener = listener;
    double[] exact = listener.vector();
    vector = new float[exact.length];
    for (int f = 0; f < vector.length; f++) {
      vector[f] = (float) exact[f];
    }
  }

  @Override
  public List<Hit> best(TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException {
    if (TrackTaste.isZero(vector)) {
      return List.of();
    }
    return index.neighbours(new NearestQuery(space, vector, k, filter, versions, excluded)).stream()
        .map(
            neighbour ->
                new Hit(
                    neighbour.ordinal(),
                    space.metric().matchScore(neighbour.distance()),
                    Double.NaN))
        .toList();
  }

  @Override
  public double score(int ordinal) {
    float[] other = taste.vector(ordinal);
    return other == null ? Double.NaN : product(other);
  }

  @Override
  public double[] sample() {
    return Arrays.stream(taste.sample())
        .mapToDouble(item -> product(model.itemVector(item)))
        .toArray();
  }

  private double product(float[] other) {
    return space.metric().matchScore(space.metric().distance(vector, other));
  }

  @Override
  public double[] contributions(int ordinal) {
    return listener.contributions(model.itemVector(taste.item(ordinal)));
  }
}
