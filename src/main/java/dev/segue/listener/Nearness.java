package dev.segue.listener;

import dev.segue.vector.Metric;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How near a place is to what a listener likes, in the measure of one liking: with z the scale of
 * match scores,
 *
 * <p>{@code min(n, 3) · (z(mean match score with the n likings) − z(best with a dislike) / 2)}.
 *
 * <p>Of more than three likings sound says no more than of three. O(likings · d) a place.
 *
 * @param liked places, at least one, {@code float[d]}
 * @param disliked places
 * @param scale of match scores in the space
 */
public record Nearness(
    Metric metric, List<float[]> liked, List<float[]> disliked, LikingScale scale) {
  /** So many of what somebody likes most are compared, and so many of what they do not. */
  public static final int FAVOURITES = 10;

  private static final int HEARD = 3;
  private static final double DISLIKE = .5;

  /** Higher is nearer; 0 is as near as tracks are in the mean. */
  public double of(float[] place) {
    double like = scale.of(scores(liked, place).average().orElseThrow());
    double dislike = disliked.isEmpty() ? 0 : scale.of(scores(disliked, place).max().orElseThrow());
    return Math.min(liked.size(), HEARD) * (like - DISLIKE * dislike);
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
