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

  /** A listener, as the model sees them. For one thread. */
  public interface Listener {
    /** Their vector, {@code double[factors]}; 0 for one of whom nothing is known. */
    double[] vector();

    /**
     * What each item of their history adds to a score, {@code double[history]}.
     *
     * @param item the vector of the item that is scored
     */
    double[] contributions(float[] item);
  }

  /** Computes a listener from a history of items that the model knows. */
  interface FoldIn {
    Listener of(History history);
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

  /** A listener by their history, without items that the model does not know. */
  public Listener listener(History history) {
    return foldIn.of(history.below(itemFactors.length));
  }

  /** The vector of an item, {@code float[factors]}; 0 for one that nobody listened to. */
  public float[] itemVector(int item) {
    return itemFactors[item];
  }

  @Override
  public void score(History history, float[] scores) {
    double[] listener = listener(history).vector();
    for (int j = 0; j < scores.length; j++) {
      scores[j] = (float) dot(listener, itemFactors[j]);
    }
  }

  @Override
  public double[] contributions(History history, int item) {
    return listener(history).contributions(itemFactors[item]);
  }

  static double dot(double[] one, float[] other) {
    double sum = 0;
    for (int f = 0; f < one.length; f++) {
      sum += one[f] * other[f];
    }
    return sum;
  }
}
