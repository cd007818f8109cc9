package dev.segue.vector;

import java.util.Arrays;
import java.util.Optional;

/**
 * How far apart two vectors are, and the match score that people see. Sums run in double precision.
 */
public enum Metric {
  /** The straight line: {@code sqrt(Σ (aᵢ − bᵢ)²)}. Distances are at least 0. */
  EUCLIDEAN("euclidean") {
    @Override
    public double distance(float[] a, float[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        double difference = (double) a[i] - b[i];
        sum += difference * difference;
      }
      return Math.sqrt(sum);
    }
  },

  /**
   * One minus the cosine of the angle, {@code 1 − Σ aᵢ·bᵢ}, of vectors of <b>unit length</b>.
   * Distances lie in [0, 2]. The zero vector has no direction and is similar to nothing, so it
   * never occurs here (see {@link FittedSpace#vector}).
   */
  COSINE("cosine") {
    @Override
    public double distance(float[] a, float[] b) {
      double dot = 0;
      for (int i = 0; i < a.length; i++) {
        dot += (double) a[i] * b[i];
      }
      return 1 - dot;
    }

    @Override
    public double matchScore(double distance) {
      return 1 - distance;
    }

    @Override
    public float[] between(float[] from, float[] to, double way) {
      double angle = Math.acos(Math.clamp(1 - distance(from, to), -1, 1));
      return Math.sin(angle) < LEAST_SINE
          ? from
          : sum(Math.sin((1 - way) * angle), from, Math.sin(way * angle), to).orElse(from);
    }
  },

  /** Along the axes: {@code Σ |aᵢ − bᵢ|}. Distances are at least 0. */
  MANHATTAN("manhattan") {
    @Override
    public double distance(float[] a, float[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += Math.abs((double) a[i] - b[i]);
      }
      return sum;
    }
  },

  /**
   * The inner product, negated: {@code −Σ aᵢ·bᵢ}, any number. What is longer is nearer to many, and
   * a point need not be the nearest to itself; so no tree can be made of such.
   */
  INNER_PRODUCT("inner_product") {
    @Override
    public double distance(float[] a, float[] b) {
      double product = 0;
      for (int i = 0; i < a.length; i++) {
        product += (double) a[i] * b[i];
      }
      return -product;
    }

    @Override
    public double matchScore(double distance) {
      return -distance;
    }
  };

  /** How far from 1 the squared length of a unit vector may be. */
  private static final double UNIT_TOLERANCE = 1e-3;

  /** Arcs below this have no direction, and half turns have any. */
  private static final double LEAST_SINE = 1e-6;

  private final String label;

  Metric(String label) {
    this.label = label;
  }

  /** Its name in URLs and JSON. */
  public String label() {
    return label;
  }

  /** The distance of two vectors {@code float[d]} of the same length; smaller is closer. */
  public abstract double distance(float[] a, float[] b);

  /**
   * The match score of a distance, higher is closer: {@code 1 / (1 + distance)}, in (0, 1], or for
   * {@link #COSINE} the cosine, in [-1, 1], and for {@link #INNER_PRODUCT} that.
   */
  public double matchScore(double distance) {
    return 1 / (1 + distance);
  }

  /**
   * The vector at a share of the way from one to another: on the straight line, in {@link #COSINE}
   * on the great circle (Shoemake 1985, "Animating rotation with quaternion curves", section 3.3).
   * Of opposite ones there, and of equal ones, the first.
   *
   * @param way [0, 1]
   */
  public float[] between(float[] from, float[] to, double way) {
    return sum(1 - way, from, way, to).orElse(from);
  }

  Optional<float[]> sum(double ofOne, float[] one, double ofOther, float[] other) {
    double[] point = new double[one.length];
    for (int i = 0; i < point.length; i++) {
      point[i] = ofOne * one[i] + ofOther * other[i];
    }
    return vector(point);
  }

  /**
   * A point as a vector that this metric {@link #accepts}, of unit length in {@link #COSINE}; empty
   * for the origin there, which has no direction.
   */
  public Optional<float[]> vector(double[] point) {
    double divisor = 1;
    if (this == COSINE) {
      double squares = 0;
      for (double value : point) {
        squares += value * value;
      }
      divisor = Math.sqrt(squares);
    }
    if (divisor == 0) {
      return Optional.empty();
    }
    float[] vector = new float[point.length];
    for (int i = 0; i < point.length; i++) {
      vector[i] = (float) (point[i] / divisor);
    }
    return Optional.of(vector);
  }

  /** Whether a vector can be compared: finite, and in {@link #COSINE} of unit length. */
  public boolean accepts(float[] vector) {
    double squares = squaredLength(vector);
    return Double.isFinite(squares) && (this != COSINE || Math.abs(squares - 1) <= UNIT_TOLERANCE);
  }

  /**
   * Checks a vector.
   *
   * @param what how to call it in the message
   * @return its squared length
   * @throws IllegalArgumentException when it has not d numbers, or is not one that this metric
   *     {@link #accepts}
   */
  double requireVector(String what, float[] vector, int dimension) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "%s has %d numbers, must have %d".formatted(what, vector.length, dimension));
    }
    double squares = squaredLength(vector);
    if (accepts(vector)) {
      return squares;
    }
    if (!Double.isFinite(squares)) {
      throw new IllegalArgumentException(
          "%s is %s, must be finite".formatted(what, Arrays.toString(vector)));
    }
    throw new IllegalArgumentException(
        squares == 0
            ? what + " is zero, which has no direction and is similar to nothing"
            : "%s has the length %s, must be of unit length".formatted(what, Math.sqrt(squares)));
  }

  private static double squaredLength(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return squares;
  }
}
