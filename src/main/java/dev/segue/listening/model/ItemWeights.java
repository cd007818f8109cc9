package dev.segue.listening.model;

import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * How much having listened to one item speaks for another:
 *
 * <p>{@code score(j) = Σᵢ w(i) · W(i, j)} over the items i of a history.
 *
 * <p>O(items + Σ weights of i) a score. 4 bytes a weight where a row has all, else 8.
 */
final class ItemWeights implements TasteModel {
  private static final String LENGTHS = "lengths";
  private static final String COLUMNS = "columns";
  private static final String WEIGHTS = "weights";

  /** A boxed number in a queue that has room to grow. */
  private static final long QUEUED_BYTES = 32;

  /** By row; {@code null} where a row has a weight for every item. */
  private final int[][] columns;

  private final float[][] weights;

  private ItemWeights(int items) {
    columns = new int[items][];
    weights = new float[items][];
  }

  /**
   * How many bytes the weights of some items take while they are collected.
   *
   * @param kept how many each has; 0 for all
   */
  static long memoryBytes(long items, int kept) {
    if (kept == 0) {
      return items * (MemoryNeed.ARRAY_BYTES + items * Float.BYTES);
    }
    long each = Math.min(kept, items);
    long weights = items * (2 * MemoryNeed.ARRAY_BYTES + each * (Float.BYTES + Integer.BYTES));
    return weights + Parallel.threads() * (items * Float.BYTES + each * QUEUED_BYTES);
  }

  /** Gives the weights that one item has for each. */
  interface Row {
    /**
     * Writes a row; called from several threads.
     *
     * @param weights {@code float[items]}, all 0
     */
    void write(int item, float[] weights);
  }

  /**
   * Collects rows, several at once.
   *
   * @param kept how many weights a row keeps, those farthest from 0; 0 for all
   */
  static ItemWeights collect(int items, int kept, Row row, Training training) {
    ItemWeights collected = new ItemWeights(items);
    training.progress().begin("Weighing items", items, "items");
    try {
      Parallel.forEach(
          items,
          item -> {
            float[] all = new float[items];
            row.write(item, all);
            collected.keep(item, all, kept);
            training.progress().advance(1);
          });
    } finally {
      training.progress().end();
    }
    return collected;
  }

  private void keep(int item, float[] all, int kept) {
    if (kept == 0) {
      weights[item] = all;
      return;
    }
    columns[item] = Largest.of(all.length, kept, j -> Math.abs(all[j]));
    weights[item] = new float[columns[item].length];
    for (int i = 0; i < columns[item].length; i++) {
      weights[item][i] = all[columns[item][i]];
    }
  }

  @Override
  public void write(NumberFiles files) throws IOException {
    int[] lengths = Arrays.stream(weights).mapToInt(row -> row.length).toArray();
    files.put(LENGTHS, lengths);
    files.put(WEIGHTS, weights);
    if (Arrays.stream(columns).noneMatch(Objects::isNull)) {
      files.put(COLUMNS, columns);
    }
  }

  /**
   * Reads what was written.
   *
   * @param kept how many weights a row keeps; 0 for all
   */
  static ItemWeights read(NumberFiles files, int items, int kept)
      throws IOException, ListeningException {
    ItemWeights read = new ItemWeights(items);
    int[] lengths = files.ints(LENGTHS, items)[0];
    System.arraycopy(files.floats(WEIGHTS, lengths), 0, read.weights, 0, items);
    if (kept > 0) {
      System.arraycopy(files.ints(COLUMNS, lengths), 0, read.columns, 0, items);
    }
    return read;
  }

  @Override
  public int items() {
    return weights.length;
  }

  @Override
  public double[] contributions(History history, int item) {
    double[] contributions = new double[history.items().length];
    for (int i = 0; i < contributions.length; i++) {
      int[] places = columns[history.items()[i]];
      float[] row = weights[history.items()[i]];
      for (int j = 0; j < row.length; j++) {
        if ((places == null ? j : places[j]) == item) {
          contributions[i] = history.weights()[i] * row[j];
        }
      }
    }
    return contributions;
  }

  @Override
  public void score(History history, float[] scores) {
    Arrays.fill(scores, 0);
    for (int i = 0; i < history.items().length; i++) {
      int item = history.items()[i];
      float weight = history.weights()[i];
      if (item >= weights.length || weight == 0) {
        continue;
      }
      float[] row = weights[item];
      int[] places = columns[item];
      if (places == null) {
        for (int j = 0; j < row.length; j++) {
          scores[j] += weight * row[j];
        }
      } else {
        for (int j = 0; j < row.length; j++) {
          scores[places[j]] += weight * row[j];
        }
      }
    }
  }
}
