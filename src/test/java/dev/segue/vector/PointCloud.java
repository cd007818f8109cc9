package dev.segue.vector;

import java.util.Random;

/** Ways in which points lie that make trees stumble. */
public enum PointCloud {
  UNIFORM {
    @Override
    float coordinate(int axis, int cluster, Random random) {
      return random.nextFloat();
    }
  },
  NORMAL {
    @Override
    float coordinate(int axis, int cluster, Random random) {
      return (float) random.nextGaussian();
    }
  },
  CLUSTERED {
    @Override
    float coordinate(int axis, int cluster, Random random) {
      return (float) (random.nextGaussian() / 50 + Math.sin(cluster * 37 + axis * 11) * 3);
    }
  },
  /** Like key, mode and time signature. */
  DISCRETE {
    @Override
    float coordinate(int axis, int cluster, Random random) {
      return random.nextInt(axis % 3 + 2) - 0.5f;
    }
  },
  /** Most are the same, some stand far off. */
  OUTLIERS {
    @Override
    float coordinate(int axis, int cluster, Random random) {
      return random.nextInt(200) == 0 ? (float) Math.exp(random.nextInt(30)) : 1;
    }
  },
  SAME {
    @Override
    float coordinate(int axis, int cluster, Random random) {
      return axis + 1;
    }
  },
  /** Every point stands there some ten times. */
  DUPLICATES {
    @Override
    float coordinate(int axis, int cluster, Random random) {
      return (float) Math.sin(cluster * 101.7 + axis * 3.3);
    }
  };

  abstract float coordinate(int axis, int cluster, Random random);

  /** So many points; of unit length where the metric asks for it. */
  public float[][] vectors(Metric metric, int size, int dimension, Random random) {
    float[][] vectors = new float[size][dimension];
    for (float[] vector : vectors) {
      int cluster = random.nextInt(Math.max(1, size / 10));
      double squares = 0;
      for (int j = 0; j < dimension; j++) {
        vector[j] = coordinate(j, cluster, random);
        squares += (double) vector[j] * vector[j];
      }
      if (metric == Metric.COSINE && squares == 0) {
        vector[0] = 1;
      } else if (metric == Metric.COSINE) {
        for (int j = 0; j < dimension; j++) {
          vector[j] = (float) (vector[j] / Math.sqrt(squares));
        }
      }
    }
    return vectors;
  }
}
