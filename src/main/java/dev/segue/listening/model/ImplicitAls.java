package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Implicit alternating least squares with frequency-scaled regularisation (Rendle, Krichene, Zhang
 * & Koren 2021, "Revisiting the performance of iALS on item recommendation benchmarks", equations 2
 * to 5, after Hu, Koren & Volinsky 2008). With a vector w of each user and h of each item, the loss
 * is
 *
 * <p>{@code Σ v (⟨w, h⟩ − 1)² + α₀ ΣΣ ⟨w, h⟩² + λ Σ (n + α₀ m)^ν |·|²}
 *
 * <p>where the first sum goes over interactions of weight v, the second over all pairs, the third
 * over all users and items, n of which the interactions are counted and m is how many items, or
 * users, have any; those that have none are in no sum. Here α₀ is set by what all pairs weigh
 * beside all interactions, {@code α₀ ΣΣ 1 = r Σ v}, so that one setting suits data of any size; the
 * paper's best have r from 14 to 27. Each epoch solves for all users, then for all items: O((users
 * + items) · d³ + interactions · d²). The vectors begin at random, N(0, 0.1 / √d). It can go on
 * from the end of an epoch ({@link KeptEpochs}), and ends with the same vectors, bit for bit.
 */
final class ImplicitAls {
  private static final double INITIAL_DEVIATION = .1;

  /** Vectors of smaller numbers say nothing. */
  private static final double NOTHING = 1e-6;

  /** What a system takes, in matrices of its size; EJML turns large ones into blocks. */
  private static final int SYSTEM_MATRICES = 3;

  private final Settings settings;

  /** α₀. */
  private final float unobservedWeight;

  private ImplicitAls(Settings settings, float unobservedWeight) {
    this.settings = settings;
    this.unobservedWeight = unobservedWeight;
  }

  /**
   * What is set.
   *
   * @param factors d
   * @param lambda λ
   * @param unobservedRatio r
   * @param regularizationExponent ν: 1 scales by frequency, 0 not at all
   */
  record Settings(
      int factors,
      int epochs,
      double lambda,
      double unobservedRatio,
      double regularizationExponent) {}

  /** Vectors of both sides, and for each thread the system that it solves. */
  static MemoryNeed need(Shape data, int factors) {
    long d = factors;
    long longestRow = Math.max(data.users(), data.items());
    long vectors = (data.users() + data.items()) * (MemoryNeed.ARRAY_BYTES + d * Float.BYTES);
    long system = SYSTEM_MATRICES * d * d * Double.BYTES;
    long solving = system + longestRow * (Float.BYTES + Integer.BYTES);
    return new MemoryNeed(
        SparseMatrix.memoryBytes(data, vectors + system + Parallel.threads() * solving),
        Math.max(data.records(), d * d));
  }

  /**
   * Trains.
   *
   * @param users a row a user, a column an item
   * @throws ListeningException when lambda is too much
   */
  static FactorModel train(SparseMatrix users, Settings settings, Training training)
      throws ListeningException {
    SparseMatrix items = users.transposed();
    double pairs = (double) users.nonEmpty() * items.nonEmpty();
    ImplicitAls als =
        new ImplicitAls(settings, (float) (settings.unobservedRatio() * users.sum() / pairs));
    KeptEpochs kept = new KeptEpochs(training, settings.toString(), users);
    Optional<KeptEpochs.Epoch> last = kept.last(items.rows(), settings.factors());
    int done = last.map(KeptEpochs.Epoch::number).orElse(0);
    last.ifPresent(
        epoch ->
            training
                .progress()
                .note("Going on from epoch %d of %d".formatted(done, settings.epochs())));
    float[][] ofUsers = new float[users.rows()][settings.factors()];
    float[][] ofItems =
        last.map(KeptEpochs.Epoch::ofItems)
            .orElseGet(() -> initial(items, settings.factors(), training.random()));
    training.progress().begin("Alternating", settings.epochs() - done, "epochs");
    try {
      for (int epoch = done + 1; epoch <= settings.epochs(); epoch++) {
        als.solve(users, ofItems, items.nonEmpty(), ofUsers);
        als.solve(items, ofUsers, users.nonEmpty(), ofItems);
        kept.keep(new KeptEpochs.Epoch(epoch, ofItems));
        training.progress().advance(1);
      }
    } finally {
      training.progress().end();
    }
    FactorModel model = als.model(ofItems);
    if (Arrays.stream(ofItems).flatMapToDouble(ImplicitAls::numbers).allMatch(x -> x < NOTHING)) {
      throw new ListeningException(
          ("All vectors became 0: lambda %s is too much for %,d records of %,d users and %,d items."
                  + " Take less, or a smaller unobserved_ratio.")
              .formatted(settings.lambda(), users.size(), users.rows(), users.columns()));
    }
    return model;
  }

  private static float[][] initial(SparseMatrix items, int d, Random random) {
    float[][] ofItems = new float[items.rows()][d];
    for (int item = 0; item < ofItems.length; item++) {
      for (int f = 0; f < d && items.length(item) > 0; f++) {
        ofItems[item][f] = (float) (INITIAL_DEVIATION / Math.sqrt(d) * random.nextGaussian());
      }
    }
    return ofItems;
  }

  private static DoubleStream numbers(float[] vector) {
    return IntStream.range(0, vector.length).mapToDouble(f -> Math.abs(vector[f]));
  }

  /** Reads a model that was trained with these settings. */
  static FactorModel read(NumberFiles files, int items, Settings settings)
      throws IOException, ListeningException {
    float unobservedWeight = files.floats(FactorModel.FOLD_IN, 1)[0][0];
    return new ImplicitAls(settings, unobservedWeight)
        .model(FactorModel.read(files, items, settings.factors()));
  }

  /** The model of items with these vectors, 0 for those without interactions. */
  private FactorModel model(float[][] ofItems) {
    int known =
        (int) Arrays.stream(ofItems).filter(each -> numbers(each).anyMatch(x -> x > 0)).count();
    return new FactorModel(ofItems, new float[] {unobservedWeight}, new Side(ofItems, known)::fold);
  }

  private void solve(SparseMatrix rows, float[][] known, int nonEmpty, float[][] wanted) {
    Side side = new Side(known, nonEmpty);
    Parallel.forEach(
        rows.rows(),
        row -> {
          double[] solved = side.fold(rows.row(row)).vector();
          for (int f = 0; f < solved.length; f++) {
            wanted[row][f] = (float) solved[f];
          }
        });
  }

  /** Those vectors that are known while the others are solved for. */
  private final class Side {
    private final float[][] known;

    /** How many of them have entries. */
    private final int nonEmpty;

    /** {@code α₀ Σ h hᵀ}, only its lower half. */
    private final double[] gramian;

    Side(float[][] known, int nonEmpty) {
      this.known = known;
      this.nonEmpty = nonEmpty;
      int d = settings.factors();
      gramian = new double[d * d];
      // By row of the matrix, so that sums do not depend on how threads share the work.
      Parallel.forEach(
          d,
          f -> {
            for (float[] vector : known) {
              double scaled = unobservedWeight * vector[f];
              for (int g = 0; g <= f; g++) {
                gramian[f * d + g] += scaled * vector[g];
              }
            }
          });
    }

    /** {@code A = α₀ Σ h hᵀ + Σ v h hᵀ + λ (n + α₀ m)^ν I} and {@code b = Σ v h}. */
    Equations fold(History entries) {
      int d = settings.factors();
      double[] left = gramian.clone();
      double[] right = new double[d];
      for (int i = 0; i < entries.items().length; i++) {
        float[] vector = known[entries.items()[i]];
        for (int f = 0; f < d; f++) {
          double scaled = entries.weights()[i] * vector[f];
          right[f] += scaled;
          for (int g = 0; g <= f; g++) {
            left[f * d + g] += scaled * vector[g];
          }
        }
      }
      double frequency = entries.items().length + unobservedWeight * nonEmpty;
      double ridge = settings.lambda() * Math.pow(frequency, settings.regularizationExponent());
      for (int f = 0; f < d; f++) {
        left[f * d + f] += ridge;
        for (int g = 0; g < f; g++) {
          left[g * d + f] = left[f * d + g];
        }
      }
      return new Equations(entries, known, left, right);
    }
  }

  /** Equations whose solution is a vector: {@code A⁻¹ b}. */
  private static final class Equations implements FactorModel.Listener {
    private final History entries;
    private final float[][] known;
    private final double[] right;
    private final LinearSolverDense<DMatrixRMaj> solver;

    /** Not where all vectors are 0 or next to it, and nothing regularises. */
    private final boolean solvable;

    Equations(History entries, float[][] known, double[] left, double[] right) {
      this.entries = entries;
      this.known = known;
      this.right = right;
      solver = LinearSolverFactory_DDRM.chol(right.length);
      solvable = solver.setA(DMatrixRMaj.wrap(right.length, right.length, left));
    }

    @Override
    public double[] vector() {
      return solve(right);
    }

    /** {@code v ⟨h, A⁻¹ h'⟩} for each entry (Hu, Koren & Volinsky 2008, section 5). */
    @Override
    public double[] contributions(float[] item) {
      double[] wanted = new double[item.length];
      for (int f = 0; f < wanted.length; f++) {
        wanted[f] = item[f];
      }
      double[] solved = solve(wanted);
      double[] contributions = new double[entries.items().length];
      for (int i = 0; i < contributions.length; i++) {
        contributions[i] =
            entries.weights()[i] * FactorModel.dot(solved, known[entries.items()[i]]);
      }
      return contributions;
    }

    private double[] solve(double[] b) {
      DMatrixRMaj solution = new DMatrixRMaj(b.length, 1);
      if (solvable) {
        solver.solve(DMatrixRMaj.wrap(b.length, 1, b), solution);
      }
      return solution.data;
    }
  }
}
