package dev.segue.listening.rating;

import dev.segue.listening.Interactions;
import dev.segue.listening.model.MemoryNeed;
import dev.segue.listening.model.Shape;

/**
 * The mean, and how much users and items deviate from it:
 *
 * <p>{@code b(u, i) = μ + b(u) + b(i)}
 *
 * <p>by regularised alternating least squares (Koren 2010, "Factor in the neighbors: scalable and
 * accurate collaborative filtering", section 2.1): {@code b(i) = Σ (r − μ − b(u)) / (λᵢ + n)}, then
 * {@code b(u) = Σ (r − μ − b(i)) / (λᵤ + n)}. O(epochs · ratings).
 */
final class Baseline implements RatingModel {
  private final double mean;
  private final double[] ofUsers;
  private final double[] ofItems;

  /** What is set, with the values of Surprise, which the published tables have. */
  record Settings(int epochs, double userRegularization, double itemRegularization) {
    static final Settings USUAL = new Settings(10, 15, 10);
  }

  Baseline(Interactions ratings, Settings settings) {
    mean = Means.of(ratings);
    ofUsers = new double[ratings.users().size()];
    ofItems = new double[ratings.items().size()];
    int[] userCounts = new int[ofUsers.length];
    int[] itemCounts = new int[ofItems.length];
    for (int i = 0; i < ratings.size(); i++) {
      userCounts[ratings.user(i)]++;
      itemCounts[ratings.item(i)]++;
    }
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      double[] sums = new double[ofItems.length];
      for (int i = 0; i < ratings.size(); i++) {
        sums[ratings.item(i)] += ratings.value(i) - mean - ofUsers[ratings.user(i)];
      }
      shrink(sums, itemCounts, settings.itemRegularization(), ofItems);
      sums = new double[ofUsers.length];
      for (int i = 0; i < ratings.size(); i++) {
        sums[ratings.user(i)] += ratings.value(i) - mean - ofItems[ratings.item(i)];
      }
      shrink(sums, userCounts, settings.userRegularization(), ofUsers);
    }
  }

  /** What training takes: of each user and item a count, a deviation, and sums of it. */
  static MemoryNeed need(Shape data) {
    long both = data.users() + data.items();
    return new MemoryNeed(
        (2 * Double.BYTES + Integer.BYTES) * both, Math.max(data.users(), data.items()));
  }

  private static void shrink(double[] sums, int[] counts, double by, double[] into) {
    for (int i = 0; i < sums.length; i++) {
      into[i] = counts[i] == 0 ? 0 : sums[i] / (by + counts[i]);
    }
  }

  @Override
  public double predict(int user, int item) {
    return mean + ofUsers[user] + ofItems[item];
  }
}
