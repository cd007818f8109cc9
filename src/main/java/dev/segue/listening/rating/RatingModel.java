package dev.segue.listening.rating;

/** Which rating a user would give to an item. Thread-safe. */
public interface RatingModel {
  /**
   * Predicts a rating; it may lie outside the scale.
   *
   * @param user as numbered in the ratings it was trained with; one without any is an average user
   * @param item likewise
   */
  double predict(int user, int item);
}
