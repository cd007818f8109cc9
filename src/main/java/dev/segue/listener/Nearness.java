package dev.segue.listener;

import dev.segue.vector.Metric;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How near a place is to what a listener likes: the mean of its match scores with all likings, less
 * half of the best with what they dislike. O(likings · d) a place.
 *
 * @param liked places, at least one, {@code float[d]}
 * @param disliked places
 */
public record Nearness(Metric metric, List<float[]> liked, List<float[]> disliked) {
  /** So many of what somebody likes most are compared. */
  public static final int FAVOURITES = 10;

  private static final double DISLIKE = .5;

  /** At most 1, higher is nearer. */
  public double of(float[] place) {
    return scores(liked, place).average().orElse(0)
        - DISLIKE * scores(disliked, place).max().orElse(0);
  }

  /** The mean of the likings; the first where they cancel out, as they may in cosine spaces. */
  float[] middle() {
    double[] mean = new double[liked.getFirst().length];
    for (float[] place : liked) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += place[i] / liked.size();
      }
    }
    return metric.vector(mean).orElse(liked.getFirst());
  }

  private DoubleStream scores(List<float[]> places, float[] place) {
    return places.stream().mapToDouble(other -> metric.matchScore(metric.distance(other, place)));
  }
}
