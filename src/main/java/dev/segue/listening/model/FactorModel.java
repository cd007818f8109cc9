package dev.segue.listening.model;

/**
 * A vector for each item, and one for each listener that is computed from their history
 * ("fold-in"); a score is the inner product of both. O(fold-in + items · factors) a score.
 */
final class FactorModel implements TasteModel {
  private final float[][] itemFactors;
  private final FoldIn foldIn;

  /** Computes a listener's vector. */
  interface FoldIn {
    /**
     * The vector of a listener.
     *
     * @param history only items that the model knows
     * @return {@code double[factors]}
     */
    double[] of(History history);
  }

  /**
   * A trained model.
   *
   * @param itemFactors {@code float[items][factors]}
   */
  FactorModel(float[][] itemFactors, FoldIn foldIn) {
    this.itemFactors = itemFactors;
    this.foldIn = foldIn;
  }

  @Override
  public int items() {
    return itemFactors.length;
  }

  /** The vector of a listener, {@code double[factors]}. */
  double[] vector(History history) {
    return foldIn.of(history.below(itemFactors.length));
  }

  /** The vector of an item, {@code float[factors]}. */
  float[] itemVector(int item) {
    return itemFactors[item];
  }

  @Override
  public void score(History history, float[] scores) {
    double[] listener = vector(history);
    for (int j = 0; j < scores.length; j++) {
      scores[j] = (float) dot(listener, itemFactors[j]);
    }
  }

  private static double dot(double[] one, float[] other) {
    double sum = 0;
    for (int f = 0; f < one.length; f++) {
      sum += one[f] * other[f];
    }
    return sum;
  }
}
