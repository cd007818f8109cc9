package dev.segue.peers;

import dev.segue.vector.Metric;
import java.io.IOException;
import java.util.Random;

/**
 * Tracks whose nearest are asked for, drawn at random from a dataset, and how far these are.
 *
 * <p>A track is left out of its own answer, so peers are asked for one more than {@link #K}.
 */
final class Questions {
  /** How many neighbours are wanted. */
  static final int K = 10;

  private final Metric metric;
  private final float[][] vectors;
  private final int[] points;

  /** Of each question, how far its K-th neighbour is. */
  private final double[] distances;

  private Questions(Dataset dataset, int count, Random random) {
    metric = dataset.space().metric();
    vectors = dataset.vectors();
    points = random.ints(count, 0, vectors.length).toArray();
    distances = new double[count];
  }

  /** Draws questions and answers them by {@link ScanPeer}. */
  static Questions draw(Dataset dataset, int count, Random random) {
    Questions questions = new Questions(dataset, count, random);
    try (ScanPeer scan = new ScanPeer(questions.vectors, questions.metric)) {
      for (int i = 0; i < count; i++) {
        int[] answer = scan.nearest(questions.vector(i), K + 1, K + 1);
        int left = K;
        for (int j = 0; left > 0; j++) {
          if (answer[j] != questions.points[i]) {
            questions.distances[i] = questions.distance(i, answer[j]);
            left--;
          }
        }
      }
    }
    return questions;
  }

  int count() {
    return points.length;
  }

  float[] vector(int question) {
    return vectors[points[question]];
  }

  /**
   * How much of a peer's answers is right, by distance: a neighbour no farther than the K-th is, so
   * that any of those that tie will do.
   *
   * @return [0, 1]
   */
  double recall(Peer peer, int effort) throws IOException {
    long right = 0;
    for (int i = 0; i < points.length; i++) {
      int left = K;
      for (int point : peer.nearest(vector(i), K + 1, effort)) {
        if (left > 0 && point != points[i]) {
          right += distance(i, point) <= distances[i] ? 1 : 0;
          left--;
        }
      }
    }
    return right / (double) (K * points.length);
  }

  private double distance(int question, int point) {
    return metric.distance(vector(question), vectors[point]);
  }
}
