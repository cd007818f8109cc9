package dev.segue.listening.rating;

import dev.segue.listening.Interactions;
import dev.segue.listening.model.MemoryNeed;
import dev.segue.listening.model.Shape;
import java.util.function.IntUnaryOperator;

/** Mean ratings: of all, of a user or of an item; who has none is given the mean of all. */
final class Means {
  private Means() {}

  /** The mean of all. */
  static double of(Interactions ratings) {
    double sum = 0;
    for (int i = 0; i < ratings.size(); i++) {
      sum += ratings.value(i);
    }
    return sum / ratings.size();
  }

  static RatingModel global(Interactions ratings) {
    double mean = of(ratings);
    return (user, item) -> mean;
  }

  static RatingModel ofUsers(Interactions ratings) {
    double[] means = means(ratings, ratings.users().size(), ratings::user);
    return (user, item) -> means[user];
  }

  static RatingModel ofItems(Interactions ratings) {
    double[] means = means(ratings, ratings.items().size(), ratings::item);
    return (user, item) -> means[item];
  }

  /** What the means of users or items take: a sum and a count of each. */
  static MemoryNeed need(Shape data) {
    long longest = Math.max(data.users(), data.items());
    return new MemoryNeed((Double.BYTES + Integer.BYTES) * longest, longest);
  }

  private static double[] means(Interactions ratings, int size, IntUnaryOperator whose) {
    double mean = of(ratings);
    double[] sums = new double[size];
    int[] counts = new int[size];
    for (int i = 0; i < ratings.size(); i++) {
      sums[whose.applyAsInt(i)] += ratings.value(i);
      counts[whose.applyAsInt(i)]++;
    }
    for (int i = 0; i < size; i++) {
      sums[i] = counts[i] == 0 ? mean : sums[i] / counts[i];
    }
    return sums;
  }
}
