package dev.segue.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.vector.Metric;
import java.util.Random;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimilaritiesTest {
  @ParameterizedTest
  @EnumSource(names = {"EUCLIDEAN", "COSINE"})
  void boundWhatLuceneSays(Metric metric) {
    long seed = new Random().nextLong();
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    Random random = new Random(seed);
    VectorSimilarityFunction function = TrackDocument.similarity(metric);
    for (int pair = 0; pair < 20_000; pair++) {
      int dimension = 1 + random.nextInt(32);
      double spread = Math.pow(10, random.nextInt(-4, 3));
      float[] a = vector(metric, dimension, random);
      float[] b = a.clone();
      for (int j = 0; j < dimension; j++) {
        b[j] += (float) (spread * random.nextGaussian());
      }
      if (metric == Metric.COSINE) {
        VectorUtil.l2normalize(b);
      }
      double distance = metric.distance(a, b);
      float similarity = function.compare(a, b);
      assertThat(distance).isLessThanOrEqualTo(Similarities.greatestDistance(metric, similarity));
    }
  }

  @Test
  void thereIsNoneForManhattan() {
    assertThatThrownBy(() -> Similarities.ofDistance(Metric.MANHATTAN, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("manhattan");
  }

  private static float[] vector(Metric metric, int dimension, Random random) {
    float[] vector = new float[dimension];
    for (int j = 0; j < dimension; j++) {
      vector[j] = (float) random.nextGaussian();
    }
    return metric == Metric.COSINE ? VectorUtil.l2normalize(vector) : vector;
  }
}
