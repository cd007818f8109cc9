package dev.segue.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ways between vectors. */
class MetricTest {
  private static final int DIMENSION = 12;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @ParameterizedTest
  @EnumSource(value = Metric.class, names = "INNER_PRODUCT", mode = EnumSource.Mode.EXCLUDE)
  void theWayIsEven(Metric metric) {
    for (int question = 0; question < 100; question++) {
      float[] from = vector(metric);
      float[] to = vector(metric);
      double way = random.nextDouble();
      float[] between = metric.between(from, to, way);
      assertThat(metric.accepts(between)).as("seed %d", seed).isTrue();
      assertThat(length(metric, from, between))
          .as("seed %d", seed)
          .isCloseTo(way * length(metric, from, to), within(1e-3));
      assertThat(length(metric, between, to))
          .as("seed %d", seed)
          .isCloseTo((1 - way) * length(metric, from, to), within(1e-3));
    }
  }

  @Test
  void thereIsNoWayBetweenOppositeDirections() {
    float[] from = vector(Metric.COSINE);
    float[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] = -to[i];
    }
    assertThat(Metric.COSINE.between(from, to, .5)).isEqualTo(from);
    assertThat(Metric.COSINE.between(from, from, .5)).isEqualTo(from);
  }

  /** How long the way is: the distance, or the angle. */
  private static double length(Metric metric, float[] one, float[] other) {
    double distance = metric.distance(one, other);
    return metric == Metric.COSINE ? Math.acos(Math.clamp(1 - distance, -1, 1)) : distance;
  }

  private float[] vector(Metric metric) {
    return metric.vector(random.doubles(DIMENSION, -1, 1).toArray()).orElseThrow();
  }
}
