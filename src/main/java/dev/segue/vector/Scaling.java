package dev.segue.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How the numbers of a column are made comparable with those of other columns. */
public enum Scaling {
  /** By mean and standard deviation: {@link Scaler.Standard}. A missing number has no place. */
  STANDARD {
    @Override
    Fitter fitter() {
      return new MomentsFitter();
    }
  },

  /** By rank: {@link Scaler.NormalScores}. A missing number is taken for the median. */
  NORMAL_SCORES {
    @Override
    Fitter fitter() {
      return new QuantilesFitter();
    }
  },

  /** Not at all: {@link Scaler.Unscaled}. */
  NONE {
    @Override
    Fitter fitter() {
      return new Fitter() {
        @Override
        void add(double value) {
          // Nothing is learned.
        }

        @Override
        Scaler fit() {
          return new Scaler.Unscaled();
        }
      };
    }
  };

  /** Something that learns from the numbers of a column. */
  abstract Fitter fitter();

  /** Learns from a stream of numbers in one pass. For one thread. */
  abstract static class Fitter {
    abstract void add(double value);

    abstract Scaler fit();
  }

  /**
   * Mean and population standard deviation in double precision (Welford 1962, "Note on a method for
   * calculating corrected sums of squares and products"). A column that never varies gets the
   * deviation 1, so that it becomes 0.
   */
  private static final class MomentsFitter extends Fitter {
    private double mean;
    private double squares;
    private long count;

    @Override
    void add(double value) {
      count++;
      double before = value - mean;
      mean += before / count;
      squares += before * (value - mean);
    }

    @Override
    Scaler fit() {
      double deviation = Math.sqrt(squares / count);
      return new Scaler.Standard(mean, deviation > 0 ? deviation : 1);
    }
  }

  /**
   * Quantiles of all numbers, or of a uniform sample of {@value #SAMPLE} where there are more
   * (Vitter 1985, "Random sampling with a reservoir", algorithm R), drawn alike every time.
   */
  private static final class QuantilesFitter extends Fitter {
    private static final int SAMPLE = 1 << 17;
    private static final int QUANTILES = 1_001;
    private static final long SEED = 1985;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private double[] sample = new double[1024];
    private long count;

    @Override
    void add(double value) {
      if (Double.isNaN(value)) {
        return;
      }
      long place = count < SAMPLE ? count : random.nextLong(count + 1);
      count++;
      if (place < SAMPLE) {
        if (place == sample.length) {
          sample = Arrays.copyOf(sample, 2 * sample.length);
        }
        sample[(int) place] = value;
      }
    }

    @Override
    Scaler fit() {
      int size = (int) Math.min(count, SAMPLE);
      Arrays.sort(sample, 0, size);
      int quantiles = Math.min(size, QUANTILES);
      List<Double> values = new ArrayList<>(quantiles);
      IntStream.range(0, quantiles)
          .map(i -> quantiles == 1 ? 0 : (int) ((long) i * (size - 1) / (quantiles - 1)))
          .forEach(rank -> values.add(sample[rank]));
      return new Scaler.NormalScores(values);
    }
  }
}
