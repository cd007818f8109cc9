package dev.segue.listening.rating;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.MemoryNeed;
import dev.segue.listening.model.Shape;
import dev.segue.listening.model.SparseMatrix;
import dev.segue.listening.model.Training;
import java.util.Random;

/**
 * Matrix factorisation with biases:
 *
 * <p>{@code r(u, i) = μ + b(u) + b(i) + ⟨q(i), p(u)⟩}
 *
 * <p>by stochastic gradient descent, user by user (Koren, Bell & Volinsky 2009, "Matrix
 * factorization techniques for recommender systems", equations 4 and 5). Vectors begin at random,
 * N(0, 0.1). O(epochs · ratings · factors).
 */
final class BiasedSvd implements RatingModel {
  static final double INITIAL_DEVIATION = .1;

  private final double mean;
  private final double[] userBiases;
  private final double[] itemBiases;
  private final double[][] userFactors;
  private final double[][] itemFactors;

  /** What is set. */
  record Settings(int factors, int epochs, double learningRate, double regularization) {
    /** Refuses a model that became infinite, or no number at all, of what it learned from. */
    void requireConverged(RatingModel model, Interactions ratings) throws ListeningException {
      for (int i = 0; i < ratings.size(); i++) {
        if (!Double.isFinite(model.predict(ratings.user(i), ratings.item(i)))) {
          throw new ListeningException(
              "It diverged: learning_rate %s is too much for these ratings. Take less."
                  .formatted(learningRate));
        }
      }
    }
  }

  /**
   * Trains.
   *
   * @throws ListeningException when the descent diverges
   */
  BiasedSvd(Interactions ratings, Settings settings, Training training) throws ListeningException {
    SparseMatrix users = SparseMatrix.of(ratings);
    mean = Means.of(ratings);
    Random random = training.random();
    userBiases = new double[users.rows()];
    itemBiases = new double[users.columns()];
    userFactors = gaussian(users.rows(), settings.factors(), random);
    itemFactors = gaussian(users.columns(), settings.factors(), random);
    double rate = settings.learningRate();
    double shrinkage = settings.regularization();
    training.progress().begin("Descending", settings.epochs(), "epochs");
    try {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        for (int user = 0; user < users.rows(); user++) {
          double[] p = userFactors[user];
          for (int entry = users.start(user); entry < users.start(user + 1); entry++) {
            int item = users.column(entry);
            double[] q = itemFactors[item];
            double error = users.value(entry) - predict(user, item);
            userBiases[user] += rate * (error - shrinkage * userBiases[user]);
            itemBiases[item] += rate * (error - shrinkage * itemBiases[item]);
            for (int f = 0; f < p.length; f++) {
              double before = p[f];
              p[f] += rate * (error * q[f] - shrinkage * before);
              q[f] += rate * (error * before - shrinkage * q[f]);
            }
          }
        }
        training.progress().advance(1);
      }
    } finally {
      training.progress().end();
    }
    settleUnknown(users);
    settings.requireConverged(this, ratings);
  }

  /** What training takes: the ratings, and factors and biases of users and items. */
  static MemoryNeed need(Shape data, int factors) {
    return need(data, data.users() + data.items(), factors);
  }

  /** That with so many vectors of factors. */
  static MemoryNeed need(Shape data, long vectors, int factors) {
    long biases = (data.users() + data.items()) * Double.BYTES;
    long bytes = vectors * ((long) factors * Double.BYTES + MemoryNeed.ARRAY_BYTES);
    return new MemoryNeed(
        SparseMatrix.memoryBytes(data, biases + bytes), Math.max(data.users(), data.items()));
  }

  /** Those without a rating keep no chance vector. */
  private void settleUnknown(SparseMatrix users) {
    boolean[] rated = rated(users);
    for (int user = 0; user < users.rows(); user++) {
      userFactors[user] = users.length(user) == 0 ? new double[0] : userFactors[user];
    }
    for (int item = 0; item < rated.length; item++) {
      itemFactors[item] = rated[item] ? itemFactors[item] : new double[0];
    }
  }

  /** Of which items there is a rating. */
  static boolean[] rated(SparseMatrix users) {
    boolean[] rated = new boolean[users.columns()];
    for (int entry = 0; entry < users.start(users.rows()); entry++) {
      rated[users.column(entry)] = true;
    }
    return rated;
  }

  static double[][] gaussian(int rows, int columns, Random random) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      for (int i = 0; i < columns; i++) {
        row[i] = INITIAL_DEVIATION * random.nextGaussian();
      }
    }
    return numbers;
  }

  /** The inner product; 0 where one vector is empty. */
  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < Math.min(one.length, other.length); i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Override
  public double predict(int user, int item) {
    return mean + userBiases[user] + itemBiases[item] + dot(userFactors[user], itemFactors[item]);
  }
}
