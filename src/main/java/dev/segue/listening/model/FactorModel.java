package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.util.Arrays;

/**
 * A vector for each item, and one for each listener that is computed from their history
 * ("fold-in"); a score is the inner product of both. O(fold-in + items · factors) a score.
 */
public final class FactorModel implements TasteModel {
  /** What the fold-in was told. */
  static final String FOLD_IN = "fold_in";

  /** The vectors of items. */
  static final String FACTORS = "factors";

  private final float[][] itemFactors;
  private final float[] settings;
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
   * @param settings what the fold-in was told beside them
   */
  FactorModel(float[][] itemFactors, float[] settings, FoldIn foldIn) {
    this.itemFactors = itemFactors;
    this.settings = settings;
    this.foldIn = foldIn;
  }

  @Override
  public int items() {
    return itemFactors.length;
  }

  @Override
  public void write(NumberFiles files) throws IOException {
    files.put(FACTORS, itemFactors);
    files.put(FOLD_IN, settings);
  }

  /** Reads the vectors of items, {@code float[items][factors]}. */
  static float[][] read(NumberFiles files, int items, int factors)
      throws IOException, ListeningException {
    int[] lengths = new int[items];
    Arrays.fill(lengths, factors);
    return files.floats(FACTORS, lengths);
  }

  /** How many numbers a vector has. */
  public int factors() {
    return itemFactors[0].length;
  }

  /** The vector of a listener, {@code double[factors]}; 0 for one of whom nothing is known. */
  public double[] vector(History history) {
    return foldIn.of(history.below(itemFactors.length));
  }

  /** The vector of an item, {@code float[factors]}; 0 for one that nobody listened to. */
  public float[] itemVector(int item) {
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
