package dev.segue.listening.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32C;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Factors that another program computed are read, and folded in as Spark's ALS does. */
class ForeignFactorsTest {
  private static final int ITEMS = 30;
  private static final int FACTORS = 4;
  private static final double ALPHA = 40;
  private static final double REG_PARAM = .1;
  private static final int[] KNOWN = {2, 5, 11, 12, 29};

  private final List<String> files = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void answersAsSparkDoes() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    float[][] y = new float[ITEMS][FACTORS];
    ByteBuffer factors = numbers(ITEMS * FACTORS);
    ByteBuffer popularity = numbers(ITEMS);
    List<String> lines = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      lines.add("track " + item);
      popularity.putInt(1 + item);
      for (int f = 0; f < FACTORS; f++) {
        y[item][f] = (float) random.nextGaussian();
        factors.putFloat(y[item][f]);
      }
    }
    write("items.txt", ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(UTF_8)));
    write("popularity.i32", popularity);
    write("factors.f32", factors);
    write("fold_in.f32", numbers(1).putFloat((float) (1 / ALPHA)));
    Descriptions.write(
        folder.resolve("description.json"),
        """
        {"description": {"format": 3, "trained_at": "2026-01-01T00:00:00Z", "seed": 0,
          "model": "ials:factors=%d,lambda=%s,regularization_exponent=0",
          "listeners": 9, "records": 99, "items": %d, "factors": %d}, "files": {%s}}
        """
            .formatted(
                FACTORS,
                REG_PARAM * KNOWN.length / ALPHA,
                ITEMS,
                FACTORS,
                String.join(", ", files)));

    FactorModel model = (FactorModel) TrainedTaste.read(folder).model();
    double[] vector = model.listener(History.of(KNOWN)).vector();
    double[] spark = spark(y);
    for (int f = 0; f < FACTORS; f++) {
      assertThat(vector[f] * (1 + 1 / ALPHA)).as("seed %d", seed).isCloseTo(spark[f], within(1e-5));
    }
  }

  /** A listener's factors as org.apache.spark.ml.recommendation.ALS computes them. */
  private static double[] spark(float[][] y) {
    DMatrixRMaj left = new DMatrixRMaj(FACTORS, FACTORS);
    DMatrixRMaj right = new DMatrixRMaj(FACTORS, 1);
    for (float[] item : y) {
      add(left, 1, item);
    }
    for (int known : KNOWN) {
      add(left, ALPHA, y[known]);
      for (int f = 0; f < FACTORS; f++) {
        right.add(f, 0, (1 + ALPHA) * y[known][f]);
      }
    }
    for (int f = 0; f < FACTORS; f++) {
      left.add(f, f, REG_PARAM * KNOWN.length);
    }
    DMatrixRMaj solution = new DMatrixRMaj(FACTORS, 1);
    assertThat(CommonOps_DDRM.solve(left, right, solution)).isTrue();
    return solution.data;
  }

  private static void add(DMatrixRMaj sum, double weight, float[] vector) {
    for (int f = 0; f < FACTORS; f++) {
      for (int g = 0; g < FACTORS; g++) {
        sum.add(f, g, weight * vector[f] * vector[g]);
      }
    }
  }

  private static ByteBuffer numbers(int count) {
    return ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(String name, ByteBuffer numbers) throws IOException {
    byte[] bytes = new byte[numbers.capacity()];
    numbers.get(0, bytes);
    Files.write(folder.resolve(name), bytes);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    files.add(
        String.format(
            Locale.ROOT,
            "\"%s\": {\"bytes\": %d, \"crc32c\": %d}",
            name,
            bytes.length,
            checksum.getValue()));
  }
}
