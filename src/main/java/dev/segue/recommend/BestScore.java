package dev.segue.recommend;

import dev.segue.vector.Metric;
import java.util.List;
import java.util.stream.Stream;

/**
 * Nearness to the nearest seed: {@code p = max wᵢ·s(x, pᵢ)} over what is liked, {@code n = max
 * vⱼ·s(x, nⱼ)} over what is not; p where p is above n, else {@code −n²} (Qdrant's strategy {@code
 * best_score}). Here s is the metric's match score, of which cosines below 0 count as 0, and
 * weights count as shares of the largest. O(d) a track and seed.
 */
record BestScore(Metric metric, List<Weighted> liked, List<Weighted> disliked)
    implements Relevance {

  /** Makes the largest weight 1. */
  BestScore {
    double largest =
        Stream.concat(liked.stream(), disliked.stream())
            .mapToDouble(Weighted::weight)
            .max()
            .orElse(1);
    liked = shares(liked, largest);
    disliked = shares(disliked, largest);
  }

  private static List<Weighted> shares(List<Weighted> places, double largest) {
    return places.stream()
        .map(place -> new Weighted(place.vector(), place.weight() / largest))
        .toList();
  }

  @Override
  public List<float[]> points() {
    return liked.stream().map(Weighted::vector).toList();
  }

  @Override
  public double bound(int point, double distance) {
    return Math.max(0, liked.get(point).weight() * metric.matchScore(distance));
  }

  @Override
  public double of(float[] vector) {
    double best = best(liked, vector);
    double worst = best(disliked, vector);
    return best > worst ? best : -worst * worst;
  }

  private double best(List<Weighted> places, float[] vector) {
    double best = 0;
    for (Weighted place : places) {
      double score = metric.matchScore(metric.distance(place.vector(), vector));
      best = Math.max(best, place.weight() * score);
    }
    return best;
  }
}
