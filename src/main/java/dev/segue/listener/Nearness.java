package dev.segue.listener;

import dev.segue.vector.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * How near a place is to what a listener likes: the mean of its match scores with the {@value
 * #NEAREST} likings that are nearest, less half of the best with what they dislike. Of the nearest
 * few, so that many tastes do not become one in their middle. O(likings · d) a place.
 *
 * @param liked places, at least one, {@code float[d]}
 * @param disliked places
 */
public record Nearness(Metric metric, List<float[]> liked, List<float[]> disliked) {
  private static final int NEAREST = 3;
  private static final double DISLIKE = .5;

  /** At most 1, higher is nearer. */
  public double of(float[] place) {
    double[] scores = scores(liked, place);
    int from = Math.max(0, scores.length - NEAREST);
    double near = Arrays.stream(scores, from, scores.length).average().orElse(0);
    return disliked.isEmpty()
        ? near
        : near - DISLIKE * scores(disliked, place)[disliked.size() - 1];
  }

  /** In ascending order. */
  private double[] scores(List<float[]> places, float[] place) {
    return places.stream()
        .mapToDouble(other -> metric.matchScore(metric.distance(other, place)))
        .sorted()
        .toArray();
  }
}
