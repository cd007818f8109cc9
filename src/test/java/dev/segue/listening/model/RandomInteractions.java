package dev.segue.listening.model;

import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import java.util.Random;

/** Random users who listen to random items, the first of which are the most popular. */
public final class RandomInteractions {
  private RandomInteractions() {}

  /** Users × items, of which about a quarter is listened to; values are 1 to 5. */
  public static Interactions of(int users, int items, Random random) {
    Ids userIds = new Ids();
    Ids itemIds = new Ids();
    for (int user = 0; user < users; user++) {
      userIds.number("u" + user);
    }
    for (int item = 0; item < items; item++) {
      itemIds.number("i" + item);
    }
    Interactions.Builder records = new Interactions.Builder(userIds, itemIds);
    for (int user = 0; user < users; user++) {
      for (int item = 0; item < items; item++) {
        if (random.nextDouble() < .5 * (1 - (double) item / items) || item == user % items) {
          records.add("u" + user, "i" + item, 1 + random.nextInt(5), random.nextInt(1_000_000));
        }
      }
    }
    return records.build();
  }

  /** As a matrix with all its zeros. */
  public static double[][] dense(SparseMatrix matrix) {
    double[][] dense = new double[matrix.rows()][matrix.columns()];
    for (int row = 0; row < dense.length; row++) {
      for (int entry = matrix.start(row); entry < matrix.start(row + 1); entry++) {
        dense[row][matrix.column(entry)] = matrix.value(entry);
      }
    }
    return dense;
  }
}
