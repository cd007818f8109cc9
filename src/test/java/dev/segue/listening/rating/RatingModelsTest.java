package dev.segue.listening.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.RandomInteractions;
import dev.segue.listening.model.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Models against their formulas, computed the plain way. */
class RatingModelsTest {
  private static final int USERS = 25;
  private static final int ITEMS = 18;

  private final long seed = new Random().nextLong();
  private final Interactions ratings = RandomInteractions.of(USERS, ITEMS, new Random(seed));
  private final Double[][] table = new Double[USERS][ITEMS];

  @BeforeEach
  void printSeed() {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    for (int i = 0; i < ratings.size(); i++) {
      table[ratings.user(i)][ratings.item(i)] = (double) ratings.value(i);
    }
  }

  private RatingModel train(String settings) throws Exception {
    return RatingKind.train(
        ModelSettings.parse(settings, RatingKind.values()), ratings, Training.of(1));
  }

  @Test
  void means() throws Exception {
    Interactions few =
        new Interactions.Builder(new Ids(), new Ids())
            .add("a", "x", 1, 0)
            .add("a", "y", 4, 0)
            .add("b", "x", 4, 0)
            .build();
    few.users().number("c");
    few.items().number("z");
    Training training = Training.of(1);
    RatingModel user = RatingKind.train(ModelSettings.usual(RatingKind.USER_MEAN), few, training);
    RatingModel item = RatingKind.train(ModelSettings.usual(RatingKind.ITEM_MEAN), few, training);
    assertThat(user.predict(0, 1)).isEqualTo(2.5);
    assertThat(user.predict(2, 0)).as("nobody knows c").isEqualTo(3);
    assertThat(item.predict(1, 1)).isEqualTo(4);
    assertThat(item.predict(1, 2)).isEqualTo(3);
    assertThat(
            RatingKind.train(ModelSettings.usual(RatingKind.GLOBAL_MEAN), few, training)
                .predict(0, 0))
        .isEqualTo(3);
  }

  @Test
  void theBaselineSolvesItsEquations() throws Exception {
    RatingModel model = train("baseline:epochs=200,user_regularization=4,item_regularization=3");
    double mean = Means.of(ratings);
    double[] ofUsers = new double[USERS];
    double[] ofItems = new double[ITEMS];
    for (int round = 0; round < 500; round++) {
      for (int item = 0; item < ITEMS; item++) {
        double sum = 0;
        int count = 0;
        for (int user = 0; user < USERS; user++) {
          if (table[user][item] != null) {
            sum += table[user][item] - mean - ofUsers[user];
            count++;
          }
        }
        ofItems[item] = sum / (3 + count);
      }
      for (int user = 0; user < USERS; user++) {
        double sum = 0;
        int count = 0;
        for (int item = 0; item < ITEMS; item++) {
          if (table[user][item] != null) {
            sum += table[user][item] - mean - ofItems[item];
            count++;
          }
        }
        ofUsers[user] = sum / (4 + count);
      }
    }
    for (int user = 0; user < USERS; user++) {
      for (int item = 0; item < ITEMS; item++) {
        assertThat(model.predict(user, item))
            .as("seed %d", seed)
            .isCloseTo(mean + ofUsers[user] + ofItems[item], within(1e-6));
      }
    }
  }

  private record Neighbour(double similarity, double deviation) {}

  @ParameterizedTest
  @CsvSource({"msd, users", "cosine, users", "pearson-baseline, items", "msd, items"})
  void neighboursAreThoseOfTheFormula(String similarity, String neighbours) throws Exception {
    RatingModel model =
        train(
            "knn-baseline:k=5,shrinkage=7,similarity=%s,neighbours=%s"
                .formatted(similarity, neighbours));
    RatingModel baseline = train("baseline");
    boolean ofUsers = neighbours.equals("users");
    int rows = ofUsers ? USERS : ITEMS;
    int columns = ofUsers ? ITEMS : USERS;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        List<Neighbour> near = new ArrayList<>();
        for (int other = 0; other < rows; other++) {
          Double rating = at(other, column, ofUsers);
          if (rating != null) {
            double alike = similarity(row, other, columns, ofUsers, similarity, baseline);
            near.add(new Neighbour((float) alike, rating - at(baseline, other, column, ofUsers)));
          }
        }
        near.removeIf(each -> each.similarity() <= 0);
        near.sort(Comparator.comparingDouble(each -> -each.similarity()));
        List<Neighbour> nearest = near.subList(0, Math.min(5, near.size()));
        double weights = nearest.stream().mapToDouble(Neighbour::similarity).sum();
        double sum = nearest.stream().mapToDouble(n -> n.similarity() * n.deviation()).sum();
        double predicted = ofUsers ? model.predict(row, column) : model.predict(column, row);
        assertThat(predicted)
            .as("seed %d", seed)
            .isCloseTo(
                at(baseline, row, column, ofUsers) + (weights == 0 ? 0 : sum / weights),
                within(1e-5));
      }
    }
  }

  private double similarity(
      int one, int other, int columns, boolean ofUsers, String similarity, RatingModel baseline) {
    double squares = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    int common = 0;
    for (int column = 0; column < columns; column++) {
      Double x = at(one, column, ofUsers);
      Double y = at(other, column, ofUsers);
      if (x != null && y != null) {
        boolean rest = similarity.equals("pearson-baseline");
        double left = rest ? x - at(baseline, one, column, ofUsers) : x;
        double right = rest ? y - at(baseline, other, column, ofUsers) : y;
        squares += (x - y) * (x - y);
        xx += left * left;
        yy += right * right;
        xy += left * right;
        common++;
      }
    }
    return common == 0
        ? 0
        : switch (similarity) {
          case "msd" -> 1 / (squares / common + 1);
          case "cosine" -> xy / Math.sqrt(xx * yy);
          default -> (common - 1.0) / (common - 1 + 7) * xy / Math.sqrt(xx * yy);
        };
  }

  private Double at(int row, int column, boolean ofUsers) {
    return ofUsers ? table[row][column] : table[column][row];
  }

  private static double at(RatingModel model, int row, int column, boolean ofUsers) {
    return ofUsers ? model.predict(row, column) : model.predict(column, row);
  }

  @ParameterizedTest
  @CsvSource({"svd", "svd++"})
  void whatDivergesIsRefused(String kind) {
    assertThatThrownBy(() -> train(kind + ":learning_rate=1,epochs=100"))
        .as("seed %d", seed)
        .isInstanceOf(ListeningException.class)
        .hasMessage("It diverged: learning_rate 1.0 is too much for these ratings. Take less.");
  }

  /**
   * One epoch of the update rules after equation 15, each gradient from the vectors before the
   * step, with sums that are made anew each time.
   */
  @Test
  void oneEpochOfSvdPlusPlusIsThatOfItsFormula() throws Exception {
    double rate = .05;
    double shrinkage = .1;
    int d = 3;
    RatingModel model = train("svd++:factors=3,epochs=1,learning_rate=0.05,regularization=0.1");
    Random gaussian = Training.of(1).random();
    double[][] p = normal(USERS, d, gaussian);
    double[][] q = normal(ITEMS, d, gaussian);
    double[][] y = normal(ITEMS, d, gaussian);
    double[] ofUsers = new double[USERS];
    double[] ofItems = new double[ITEMS];
    double mean = Means.of(ratings);
    for (int u = 0; u < USERS; u++) {
      for (int i = 0; i < ITEMS; i++) {
        if (table[u][i] != null) {
          double[] whole = whole(p[u], y, table[u]);
          double predicted = mean + ofUsers[u] + ofItems[i];
          for (int f = 0; f < d; f++) {
            predicted += q[i][f] * whole[f];
          }
          double error = table[u][i] - predicted;
          ofUsers[u] += rate * (error - shrinkage * ofUsers[u]);
          ofItems[i] += rate * (error - shrinkage * ofItems[i]);
          for (int f = 0; f < d; f++) {
            double before = q[i][f];
            q[i][f] += rate * (error * whole[f] - shrinkage * before);
            p[u][f] += rate * (error * before - shrinkage * p[u][f]);
            for (int j = 0; j < ITEMS; j++) {
              if (table[u][j] != null) {
                y[j][f] +=
                    rate * (error * before / Math.sqrt((double) rated(u)) - shrinkage * y[j][f]);
              }
            }
          }
        }
      }
    }
    for (int u = 0; u < USERS; u++) {
      double[] whole = whole(p[u], y, table[u]);
      for (int i = 0; i < ITEMS; i++) {
        double expected = mean + ofUsers[u] + ofItems[i];
        for (int f = 0; f < d; f++) {
          expected += q[i][f] * whole[f];
        }
        assertThat(model.predict(u, i)).as("seed %d", seed).isCloseTo(expected, within(1e-9));
      }
    }
  }

  private long rated(int user) {
    return Arrays.stream(table[user]).filter(Objects::nonNull).count();
  }

  private static double[][] normal(int rows, int columns, Random random) {
    double[][] normal = new double[rows][columns];
    for (double[] row : normal) {
      Arrays.setAll(row, f -> .1 * random.nextGaussian());
    }
    return normal;
  }

  /** {@code p + n^(−½) Σ y(j)}. */
  private static double[] whole(double[] p, double[][] y, Double[] row) {
    double[] whole = new double[p.length];
    int n = 0;
    for (int j = 0; j < row.length; j++) {
      if (row[j] != null) {
        n++;
        for (int f = 0; f < p.length; f++) {
          whole[f] += y[j][f];
        }
      }
    }
    for (int f = 0; f < p.length; f++) {
      whole[f] = p[f] + whole[f] / Math.sqrt(n);
    }
    return whole;
  }

  /** With time enough and no regularisation, what was learned from is known by heart. */
  @ParameterizedTest
  @CsvSource({"svd", "svd++"})
  void factorsLearn(String kind) throws Exception {
    double before = Double.POSITIVE_INFINITY;
    for (int epochs : new int[] {5, 50, 1000}) {
      RatingModel model =
          train(
              "%s:factors=16,learning_rate=0.02,regularization=0,epochs=%d"
                  .formatted(kind, epochs));
      double error = 0;
      for (int i = 0; i < ratings.size(); i++) {
        double each = model.predict(ratings.user(i), ratings.item(i)) - ratings.value(i);
        error += each * each / ratings.size();
      }
      assertThat(error).as("seed %d", seed).isLessThan(before);
      before = error;
    }
    assertThat(before).as("seed %d", seed).isLessThan(.01);
  }

  @ParameterizedTest
  @EnumSource(RatingKind.class)
  void whoHasNoRatingIsAverage(RatingKind kind) throws Exception {
    int stranger = ratings.users().number("stranger");
    int unheard = ratings.items().number("unheard");
    RatingModel model = RatingKind.train(ModelSettings.usual(kind), ratings, Training.of(1));
    assertThat(model.predict(stranger, unheard)).isEqualTo(Means.of(ratings), within(1e-9));
    assertThat(model.predict(stranger, 0)).isBetween(1.0, 5.0);
    RatingModel again = RatingKind.train(ModelSettings.usual(kind), ratings, Training.of(1));
    assertThat(again.predict(3, 4)).as("the same seed").isEqualTo(model.predict(3, 4));
  }

  @Test
  void whatDoesNotSufficeIsRefused() {
    Interactions one = new Interactions.Builder(new Ids(), new Ids()).add("a", "x", 1, 0).build();
    assertThatThrownBy(
            () -> RatingKind.train(ModelSettings.usual(RatingKind.SVD), one, Training.of(1)))
        .isInstanceOf(ListeningException.class)
        .hasMessage(
            "There are ratings of 1 users and 1 items to learn from; it takes two of each.");
    assertThatThrownBy(
            () ->
                RatingKind.train(
                    ModelSettings.usual(RatingKind.KNN_BASELINE),
                    ratings,
                    new Training(1, 1000, Progress.NONE)))
        .hasMessageContaining("25 users and 18 items; there are");
  }
}
