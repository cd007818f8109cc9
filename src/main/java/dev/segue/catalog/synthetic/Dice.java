package dev.segue.catalog.synthetic;

/**
 * Random numbers that are the same on every JDK.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA
 * 2014, with the finalizer that Stafford named Mix13): a counter that steps by the golden ratio,
 * each step scrambled. Written out here because {@link java.util.SplittableRandom} leaves open how
 * bounded numbers and gaussians are drawn.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spareGaussian = Double.NaN;

  private Dice(long state) {
    this.state = state;
  }

  /** The dice that belong to a path of numbers, such as seed, purpose and artist. */
  static Dice of(long... path) {
    long state = 0;
    for (long step : path) {
      state = mix(state + GOLDEN_GAMMA ^ mix(step + GOLDEN_GAMMA));
    }
    return new Dice(state);
  }

  /** Scrambles 64 bits; a bijection. */
  static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Uniform in [0, bound); the bias of the multiplication is below 2⁻³² · bound. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Uniform in [0, bound), for bounds past the integers. */
  long below(long bound) {
    return (long) (unit() * bound);
  }

  /** Uniform in [min, max], both included. */
  int between(int min, int max) {
    return min + below(max - min + 1);
  }

  /** Standard normal, by Marsaglia's polar method (SIAM Review 6, 1964). */
  double gaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    while (true) {
      double x = 2 * unit() - 1;
      double y = 2 * unit() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * factor;
        return x * factor;
      }
    }
  }
}
