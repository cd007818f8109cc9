package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models against their formulas, computed the plain way. */
class TasteModelsTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Training training = Training.of(1);

  @BeforeEach
  void printSeed() {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
  }

  private static ModelSettings<TasteKind> settings(String text) {
    return ModelSettings.parse(text, TasteKind.values());
  }

  private TasteModel train(String text, Interactions data) throws Exception {
    return TasteKind.train(settings(text), data, training);
  }

  private static double[] scores(TasteModel model, History history) {
    float[] scores = new float[model.items()];
    Arrays.fill(scores, Float.NaN);
    model.score(history, scores);
    return IntStream.range(0, scores.length).mapToDouble(j -> scores[j]).toArray();
  }

  private void assertClose(double[] scores, double[] expected, double tolerance) {
    assertThat(scores).as("seed %d", seed).containsExactly(expected, within(tolerance));
  }

  /** More users than items, and fewer: G is inverted, and what Woodbury makes of it. */
  @ParameterizedTest
  @ValueSource(ints = {60, 12})
  void easeIsItsClosedForm(int users) throws Exception {
    Interactions data = RandomInteractions.of(users, 30, random);
    double lambda = 3;
    double dropout = .4;
    double discount = .2;
    double[][] x = RandomInteractions.dense(SparseMatrix.of(data, value -> Math.log1p(value)));
    int n = 30;
    DMatrixRMaj gramian = new DMatrixRMaj(n, n);
    CommonOps_DDRM.multInner(new DMatrixRMaj(x), gramian);
    double[] popularity = IntStream.range(0, n).mapToDouble(j -> gramian.get(j, j)).toArray();
    for (int j = 0; j < n; j++) {
      gramian.add(j, j, lambda + dropout / (1 - dropout) * popularity[j]);
    }
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    assertThat(CommonOps_DDRM.invert(gramian, inverse)).isTrue();
    double[] expected = new double[n];
    for (int j = 0; j < n; j++) {
      for (int i : new int[] {2, 5, 29}) {
        expected[j] +=
            i == j
                ? 0
                : -2
                    * inverse.get(i, j)
                    / inverse.get(j, j)
                    * Math.pow(Math.max(1, popularity[j]), -discount);
      }
    }
    TasteModel model =
        train("edlae:lambda=3,dropout=0.4,popularity_discount=0.2,weights=log", data);
    History history = new History(new int[] {2, 5, 29}, new float[] {2, 2, 2});
    assertClose(scores(model, history), expected, 1e-4);
  }

  @Test
  void keptWeightsAreThoseFarthestFromZero() throws Exception {
    Interactions data = RandomInteractions.of(60, 30, random);
    double[] all = scores(train("ease:lambda=5", data), History.of(4));
    double[] kept = scores(train("ease:lambda=5,kept=6", data), History.of(4));
    double sixth =
        Arrays.stream(all).map(Math::abs).boxed().sorted(Comparator.reverseOrder()).toList().get(5);
    for (int j = 0; j < 30; j++) {
      assertThat(kept[j]).as("seed %d", seed).isEqualTo(Math.abs(all[j]) >= sixth ? all[j] : 0);
    }
  }

  @ParameterizedTest
  @EnumSource(ItemNeighbours.Likeness.class)
  void neighboursAreThoseOfWholeColumns(ItemNeighbours.Likeness likeness) throws Exception {
    Interactions data = RandomInteractions.of(40, 20, random);
    double[][] x = RandomInteractions.dense(SparseMatrix.of(data));
    double[] expected = new double[20];
    for (int i : new int[] {3, 7}) {
      double[] alike = new double[20];
      for (int j = 0; j < 20; j++) {
        double dot = 0;
        double one = 0;
        double other = 0;
        double squares = 0;
        double absolute = 0;
        boolean together = false;
        for (double[] user : x) {
          dot += user[i] * user[j];
          one += user[i] * user[i];
          other += user[j] * user[j];
          squares += (user[i] - user[j]) * (user[i] - user[j]);
          absolute += Math.abs(user[i] - user[j]);
          together |= user[i] > 0 && user[j] > 0;
        }
        alike[j] =
            i == j || !together
                ? 0
                : switch (likeness) {
                  case COSINE -> dot / (Math.sqrt(one) * Math.sqrt(other) + 2);
                  case EUCLIDEAN -> 1 / (1 + Math.sqrt(squares) + 2);
                  case MANHATTAN -> 1 / (1 + absolute + 2);
                };
      }
      IntStream.range(0, 20)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer j) -> -(float) alike[j]))
          .limit(5)
          .forEach(j -> expected[j] += alike[j]);
    }
    TasteModel model =
        train(
            "item-knn:k=5,shrinkage=2,weights=count,metric="
                + likeness.name().toLowerCase(Locale.ROOT),
            data);
    // Of equal ones at the fifth place the first are kept.
    assertClose(scores(model, History.of(3, 7)), expected, 1e-6);
  }

  /** By each epoch the loss falls, and at the end its gradient is 0 but for what floats round. */
  @Test
  void alsSolvesItsEquations() throws Exception {
    Interactions data = RandomInteractions.of(30, 20, random);
    double[][] x = RandomInteractions.dense(SparseMatrix.of(data));
    double ratio = .3 * 30 * 20 / SparseMatrix.of(data).sum();
    double before = Double.POSITIVE_INFINITY;
    for (int epochs : new int[] {1, 2, 4, 8, 1000}) {
      FactorModel model =
          (FactorModel)
              train(
                  "ials:factors=4,lambda=0.1,weights=count,unobserved_ratio=%s,epochs=%d"
                      .formatted(ratio, epochs),
                  data);
      double loss = loss(model, x);
      assertThat(loss).as("seed %d", seed).isLessThan(before * (1 + 1e-6)); // floats
      before = loss;
      if (epochs == 1000) {
        assertGradientIsZero(model, x);
      }
    }
  }

  /** Half of the gradient: {@code Σ v (⟨w, h⟩ − 1) h + α₀ Σ ⟨w, h⟩ h + λ (n + α₀ m) w}. */
  private void assertGradientIsZero(FactorModel model, double[][] x) {
    int items = x[0].length;
    double[][] ofItems = new double[items][4];
    double[] counts = new double[items];
    for (double[] user : x) {
      History history = history(user);
      double[] vector = model.listener(history).vector();
      double[] ofUser = new double[4];
      for (int j = 0; j < items; j++) {
        float[] item = model.itemVector(j);
        double score = FactorModel.dot(vector, item);
        double slope = user[j] * (score - 1) + .3 * score;
        counts[j] += user[j] > 0 ? 1 : 0;
        for (int f = 0; f < 4; f++) {
          ofUser[f] += slope * item[f];
          ofItems[j][f] += slope * vector[f];
        }
      }
      for (int f = 0; f < 4; f++) {
        double whole = ofUser[f] + .1 * (history.items().length + .3 * items) * vector[f];
        assertThat(whole).as("seed %d, a user", seed).isCloseTo(0, within(1e-4));
      }
    }
    for (int j = 0; j < items; j++) {
      for (int f = 0; f < 4; f++) {
        double whole = ofItems[j][f] + .1 * (counts[j] + .3 * x.length) * model.itemVector(j)[f];
        assertThat(whole).as("seed %d, an item", seed).isCloseTo(0, within(1e-2));
      }
    }
  }

  private static History history(double[] user) {
    int[] known = IntStream.range(0, user.length).filter(j -> user[j] > 0).toArray();
    float[] weights = new float[known.length];
    for (int i = 0; i < known.length; i++) {
      weights[i] = (float) user[known[i]];
    }
    return new History(known, weights);
  }

  /** The loss of iALS, with every user's vector folded in. */
  private static double loss(FactorModel model, double[][] x) {
    double loss = 0;
    int items = x[0].length;
    double[] ofItem = new double[items];
    for (double[] user : x) {
      History history = history(user);
      double[] vector = model.listener(history).vector();
      double[] scores = scores(model, history);
      for (int j = 0; j < items; j++) {
        loss += .3 * scores[j] * scores[j];
        loss += user[j] * (scores[j] - 1) * (scores[j] - 1);
        ofItem[j] += user[j] > 0 ? 1 : 0;
      }
      loss += .1 * (history.items().length + .3 * items) * square(vector);
    }
    for (int j = 0; j < items; j++) {
      loss += .1 * (ofItem[j] + .3 * x.length) * square(model.itemVector(j));
    }
    return loss;
  }

  private static double square(double[] vector) {
    return Arrays.stream(vector).map(each -> each * each).sum();
  }

  private static double square(float[] vector) {
    return IntStream.range(0, vector.length).mapToDouble(f -> vector[f] * vector[f]).sum();
  }

  @Test
  void svdIsTheTruncatedOne() throws Exception {
    Interactions data = RandomInteractions.of(50, 25, random);
    SparseMatrix matrix = SparseMatrix.of(data);
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(50, 25, false, true, false);
    assertThat(svd.decompose(new DMatrixRMaj(RandomInteractions.dense(matrix)))).isTrue();
    DMatrixRMaj v = svd.getV(null, false);
    Integer[] order = IntStream.range(0, 25).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(f -> -svd.getSingularValues()[f]));
    double[] expected = new double[25];
    History history = matrix.row(11);
    for (int f = 0; f < 6; f++) {
      double inner = 0;
      for (int i = 0; i < history.items().length; i++) {
        inner += history.weights()[i] * v.get(history.items()[i], order[f]);
      }
      for (int j = 0; j < 25; j++) {
        expected[j] += inner * v.get(j, order[f]);
      }
    }
    assertClose(scores(train("pure-svd:factors=6,weights=count", data), history), expected, 1e-3);
  }

  @Test
  void popularityForgets() throws Exception {
    Interactions data =
        new Interactions.Builder(new Ids(), new Ids())
            .add("a", "old", 1, 0)
            .add("b", "old", 1, 0)
            .add("c", "old", 1, 0)
            .add("a", "new", 1, 864_000)
            .add("b", "new", 3, 432_000)
            .build();
    assertThat(scores(train("popularity", data), History.of(0))).containsExactly(3, 2);
    double[] decayed = scores(train("popularity:half_life_days=5", data), History.of());
    assertClose(decayed, new double[] {.75, 1.5}, 1e-6);
    Interactions untimed =
        new Interactions.Builder(new Ids(), new Ids())
            .add("a", "x", 1, Interactions.UNKNOWN_TIME)
            .add("b", "y", 1, 3)
            .build();
    assertThatThrownBy(() -> train("popularity:half_life_days=5", untimed))
        .hasMessage("half_life_days is 5.0, but not every record has a time.");
  }

  /** As it is of those who are only tested. */
  @ParameterizedTest
  @EnumSource(TasteKind.class)
  void idsWithoutARecordChangeNothing(TasteKind kind) throws Exception {
    Interactions data = RandomInteractions.of(80, 70, random);
    ModelSettings<TasteKind> usual = ModelSettings.usual(kind);
    double[] alone = scores(TasteKind.train(usual, data, training), History.of(1, 2));
    for (int i = 0; i < 50; i++) {
      data.users().number("stranger " + i);
      data.items().number("unheard " + i);
    }
    double[] beside = scores(TasteKind.train(usual, data, training), History.of(1, 2));
    assertClose(Arrays.copyOf(beside, alone.length), alone, 1e-5);
    assertThat(Arrays.copyOfRange(beside, alone.length, beside.length)).containsOnly(0);
  }

  @ParameterizedTest
  @EnumSource(TasteKind.class)
  void theSameSeedIsTheSameModel(TasteKind kind) throws Exception {
    Interactions data = RandomInteractions.of(80, 70, random);
    ModelSettings<TasteKind> usual = ModelSettings.usual(kind);
    double[] first = scores(TasteKind.train(usual, data, training), History.of(1, 2));
    double[] second = scores(TasteKind.train(usual, data, training), History.of(1, 2));
    assertThat(second).isEqualTo(first);
    assertThat(first).doesNotContain(Double.NaN);
    assertThat(scores(TasteKind.train(usual, data, training), History.of(1, 2, 70, 9999)))
        .as("items that the model does not know say nothing")
        .isEqualTo(first);
  }
}
