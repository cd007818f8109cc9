package dev.segue.recommend;

import dev.segue.vector.FeatureSpace;
import dev.segue.vector.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Nearness to one point: the mean of what is liked, moved away from the mean of what is not.
 *
 * <p>{@code q = (1 + γω)·μ⁺ − γω·μ⁻} with weighted means μ and γ = 0.2 (Rocchio 1971, "Relevance
 * feedback in information retrieval"; the ratio of γ to β as in Salton & Buckley 1990, "Improving
 * retrieval performance by relevance feedback"). Deviation: there is no query of words, so the
 * coefficients add up to 1, or q would move with the origin; and ω, the weights of what is not
 * liked by those of what is, at most 1, lets faint dislike count less. O(d) a track.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rocchio(Metric metric, float[] point) implements Relevance {
  private static final double GAMMA = 0.2;

  /** The mean of unit vectors that is shorter has no direction but that of rounding. */
  private static final double NOWHERE = 1e-6;

  /** The point between seeds; empty when they cancel out, which only happens in cosine spaces. */
  static Optional<float[]> point(
      FeatureSpace space, List<Weighted> liked, List<Weighted> disliked) {
    double[] point = mean(liked, space.dimension());
    if (!disliked.isEmpty()) {
      double[] away = mean(disliked, space.dimension());
      double push = GAMMA * Math.min(1, weight(disliked) / weight(liked));
      for (int i = 0; i < point.length; i++) {
        point[i] += push * (point[i] - away[i]);
      }
    }
    return space.metric() == Metric.COSINE && length(point) < NOWHERE
        ? Optional.empty()
        : space.metric().vector(point);
  }

  @Override
  public List<float[]> points() {
    return List.of(point);
  }

  @Override
  public double bound(int ignored, double distance) {
    return metric.matchScore(distance);
  }

  @Override
  public double of(float[] vector) {
    return metric.matchScore(metric.distance(point, vector));
  }

  private static double[] mean(List<Weighted> places, int dimension) {
    double[] mean = new double[dimension];
    double weight = weight(places);
    for (Weighted place : places) {
      for (int i = 0; i < dimension; i++) {
        mean[i] += place.weight() / weight * place.vector()[i];
      }
    }
    return mean;
  }

  private static double length(double[] point) {
    return Math.sqrt(Arrays.stream(point).map(x -> x * x).sum());
  }

  private static double weight(List<Weighted> places) {
    return places.stream().mapToDouble(Weighted::weight).sum();
  }
}
