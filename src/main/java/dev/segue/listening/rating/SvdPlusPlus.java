package dev.segue.listening.rating;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.MemoryNeed;
import dev.segue.listening.model.Shape;
import dev.segue.listening.model.SparseMatrix;
import dev.segue.listening.model.Training;
import java.util.Random;

/**
 * Matrix factorisation in which what a user rated tells of them, too, whatever the rating:
 *
 * <p>{@code r(u, i) = μ + b(u) + b(i) + ⟨q(i), p(u) + n^(−½) Σ y(j)⟩} over the n items j that u
 * rated
 *
 * <p>by stochastic gradient descent, user by user (Koren 2008, "Factorization meets the
 * neighborhood", section 4.1, equation 15). Vectors begin at random, N(0, 0.1). O(epochs · Σ n² ·
 * factors) over users with n ratings.
 */
final class SvdPlusPlus implements RatingModel {
  private final double mean;
  private final double[] userBiases;
  private final double[] itemBiases;

  /** Of each user, p with what their items add. */
  private final double[][] userFactors;

  private final double[][] itemFactors;

  /**
   * Trains.
   *
   * @throws ListeningException when the descent diverges
   */
  SvdPlusPlus(Interactions ratings, BiasedSvd.Settings settings, Training training)
      throws ListeningException {
    SparseMatrix users = SparseMatrix.of(ratings);
    mean = Means.of(ratings);
    Random random = training.random();
    userBiases = new double[users.rows()];
    itemBiases = new double[users.columns()];
    userFactors = BiasedSvd.gaussian(users.rows(), settings.factors(), random);
    itemFactors = BiasedSvd.gaussian(users.columns(), settings.factors(), random);
    double[][] implicit = BiasedSvd.gaussian(users.columns(), settings.factors(), random);
    training.progress().begin("Descending", settings.epochs(), "epochs");
    try {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        for (int user = 0; user < users.rows(); user++) {
          learn(users, user, implicit, settings);
        }
        training.progress().advance(1);
      }
    } finally {
      training.progress().end();
    }
    boolean[] rated = BiasedSvd.rated(users);
    for (int user = 0; user < users.rows(); user++) {
      userFactors[user] =
          users.length(user) == 0 ? new double[0] : sum(userFactors[user], users, user, implicit);
    }
    for (int item = 0; item < rated.length; item++) {
      itemFactors[item] = rated[item] ? itemFactors[item] : new double[0];
    }
    settings.requireConverged(this, ratings);
  }

  /** What training takes: what {@link BiasedSvd} does, and each item's other vector. */
  static MemoryNeed need(Shape data, int factors) {
    return BiasedSvd.need(data, data.users() + 2 * data.items(), factors);
  }

  private void learn(
      SparseMatrix users, int user, double[][] implicit, BiasedSvd.Settings settings) {
    double rate = settings.learningRate();
    double shrinkage = settings.regularization();
    double norm = 1 / Math.sqrt(users.length(user));
    double[] p = userFactors[user];
    for (int entry = users.start(user); entry < users.start(user + 1); entry++) {
      int item = users.column(entry);
      double[] q = itemFactors[item];
      double[] whole = sum(p, users, user, implicit);
      double error =
          users.value(entry) - mean - userBiases[user] - itemBiases[item] - BiasedSvd.dot(q, whole);
      userBiases[user] += rate * (error - shrinkage * userBiases[user]);
      itemBiases[item] += rate * (error - shrinkage * itemBiases[item]);
      double[] step = new double[q.length];
      for (int f = 0; f < p.length; f++) {
        step[f] = rate * error * norm * q[f];
        p[f] += rate * (error * q[f] - shrinkage * p[f]);
        q[f] += rate * (error * whole[f] - shrinkage * q[f]);
      }
      double kept = 1 - rate * shrinkage;
      for (int other = users.start(user); other < users.start(user + 1); other++) {
        double[] y = implicit[users.column(other)];
        for (int f = 0; f < y.length; f++) {
          y[f] = kept * y[f] + step[f];
        }
      }
    }
  }

  private static double[] sum(double[] p, SparseMatrix users, int user, double[][] implicit) {
    double[] sum = new double[p.length];
    for (int entry = users.start(user); entry < users.start(user + 1); entry++) {
      double[] y = implicit[users.column(entry)];
      for (int f = 0; f < sum.length; f++) {
        sum[f] += y[f];
      }
    }
    double norm = 1 / Math.sqrt(users.length(user));
    for (int f = 0; f < sum.length; f++) {
      sum[f] = p[f] + norm * sum[f];
    }
    return sum;
  }

  @Override
  public double predict(int user, int item) {
    return mean
        + userBiases[user]
        + itemBiases[item]
        + BiasedSvd.dot(itemFactors[item], userFactors[user]);
  }
}
