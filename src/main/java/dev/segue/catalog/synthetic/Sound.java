package dev.segue.catalog.synthetic;

import static dev.segue.catalog.synthetic.Trait.ACOUSTICNESS;
import static dev.segue.catalog.synthetic.Trait.DANCEABILITY;
import static dev.segue.catalog.synthetic.Trait.DURATION;
import static dev.segue.catalog.synthetic.Trait.ENERGY;
import static dev.segue.catalog.synthetic.Trait.INSTRUMENTALNESS;
import static dev.segue.catalog.synthetic.Trait.LIVENESS;
import static dev.segue.catalog.synthetic.Trait.LOUDNESS;
import static dev.segue.catalog.synthetic.Trait.SPEECHINESS;
import static dev.segue.catalog.synthetic.Trait.TEMPO;
import static dev.segue.catalog.synthetic.Trait.VALENCE;

/**
 * How far a song, an album or an artist departs from its genre: a standard normal deviation for
 * each {@link Trait}, correlated as in music.
 *
 * <p>Correlated by the Cholesky factor L of the correlation matrix C = L·Lᵀ: L·z has the
 * correlations C when z is independent. The correlations are those within the genres of a published
 * catalogue, rounded.
 */
final class Sound {
  private static final int TRAITS = Trait.values().length;
  private static final double[][] FACTOR = cholesky(correlations());

  private final double[] deviations;

  private Sound(double[] deviations) {
    this.deviations = deviations;
  }

  static Sound draw(Dice dice) {
    double[] independent = new double[TRAITS];
    for (int i = 0; i < TRAITS; i++) {
      independent[i] = dice.gaussian();
    }
    double[] correlated = new double[TRAITS];
    for (int row = 0; row < TRAITS; row++) {
      for (int column = 0; column <= row; column++) {
        correlated[row] += FACTOR[row][column] * independent[column];
      }
    }
    return new Sound(correlated);
  }

  /** In standard deviations. */
  double of(Trait trait) {
    return deviations[trait.place()];
  }

  /**
   * Lets a part of the variance come from another sound, so that two songs that lean on the same
   * one resemble each other; the sum is standard normal again.
   *
   * @param share of the variance, [0, 1]
   */
  Sound leaningOn(Sound other, double share) {
    double[] sum = new double[TRAITS];
    double own = Math.sqrt(1 - share);
    double theirs = Math.sqrt(share);
    for (int i = 0; i < TRAITS; i++) {
      sum[i] = own * deviations[i] + theirs * other.deviations[i];
    }
    return new Sound(sum);
  }

  private static double[][] correlations() {
    double[][] matrix = new double[TRAITS][TRAITS];
    for (int i = 0; i < TRAITS; i++) {
      matrix[i][i] = 1;
    }
    correlate(matrix, ENERGY, LOUDNESS, 0.70);
    correlate(matrix, ENERGY, ACOUSTICNESS, -0.62);
    correlate(matrix, ENERGY, VALENCE, 0.30);
    correlate(matrix, ENERGY, LIVENESS, 0.20);
    correlate(matrix, ENERGY, TEMPO, 0.15);
    correlate(matrix, ENERGY, SPEECHINESS, 0.15);
    correlate(matrix, ENERGY, INSTRUMENTALNESS, -0.15);
    correlate(matrix, LOUDNESS, ACOUSTICNESS, -0.45);
    correlate(matrix, LOUDNESS, INSTRUMENTALNESS, -0.35);
    correlate(matrix, LOUDNESS, VALENCE, 0.20);
    correlate(matrix, LOUDNESS, DANCEABILITY, 0.12);
    correlate(matrix, DANCEABILITY, VALENCE, 0.42);
    correlate(matrix, DANCEABILITY, LIVENESS, -0.12);
    correlate(matrix, DANCEABILITY, ACOUSTICNESS, -0.12);
    correlate(matrix, DANCEABILITY, TEMPO, -0.12);
    correlate(matrix, ACOUSTICNESS, VALENCE, -0.12);
    correlate(matrix, INSTRUMENTALNESS, VALENCE, -0.15);
    correlate(matrix, SPEECHINESS, LIVENESS, 0.12);
    correlate(matrix, VALENCE, DURATION, -0.14);
    return matrix;
  }

  private static void correlate(double[][] matrix, Trait one, Trait other, double correlation) {
    matrix[one.place()][other.place()] = correlation;
    matrix[other.place()][one.place()] = correlation;
  }

  /** The lower triangular L of C = L·Lᵀ, row by row (Cholesky–Banachiewicz). */
  private static double[][] cholesky(double[][] matrix) {
    double[][] factor = new double[matrix.length][matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = matrix[row][column];
        for (int i = 0; i < column; i++) {
          rest -= factor[row][i] * factor[column][i];
        }
        factor[row][column] = row == column ? Math.sqrt(rest) : rest / factor[column][column];
      }
    }
    return factor;
  }
}
