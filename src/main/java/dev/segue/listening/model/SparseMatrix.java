package dev.segue.listening.model;

import dev.segue.listening.Interactions;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * A sparse matrix in compressed rows, the columns of each row ascending. Usually a row a user and a
 * column an item. 8 bytes an entry.
 */
public final class SparseMatrix {
  private final int columns;
  private final int[] start;
  private final int[] column;
  private final float[] value;

  private SparseMatrix(int columns, int[] start, int[] column, float[] value) {
    this.columns = columns;
    this.start = start;
    this.column = column;
    this.value = value;
  }

  /**
   * Users × items, as large as the interactions' ids.
   *
   * @param interactions of which none has the user and the item of another
   * @param weight of an entry, by its value; an entry of weight 0 is left out
   */
  public static SparseMatrix of(Interactions interactions, DoubleUnaryOperator weight) {
    return of(
        interactions,
        weight,
        IntStream.range(0, interactions.size())
            .filter(i -> weight.applyAsDouble(interactions.value(i)) != 0)
            .toArray());
  }

  /** Users × items, with every value as it is, 0 among them. */
  public static SparseMatrix of(Interactions interactions) {
    return of(
        interactions,
        DoubleUnaryOperator.identity(),
        IntStream.range(0, interactions.size()).toArray());
  }

  private static SparseMatrix of(
      Interactions interactions, DoubleUnaryOperator weight, int[] entries) {
    int[] rows = Arrays.stream(entries).map(interactions::user).toArray();
    int[] columns = Arrays.stream(entries).map(interactions::item).toArray();
    float[] values = new float[entries.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) weight.applyAsDouble(interactions.value(entries[i]));
    }
    // Transposing sorts: by column, then, keeping that order, by row.
    return bucketed(
            /* rows= */ columns,
            /* columns= */ rows,
            values,
            interactions.items().size(),
            interactions.users().size())
        .transposed();
  }

  /**
   * How many bytes a training takes at most that makes a matrix and its transpose, and then needs
   * some more beside them. While it is made, an entry has up to 36 bytes in nine columns.
   */
  public static long memoryBytes(Shape data, long beside) {
    long starts = (data.users() + data.items()) * Integer.BYTES;
    long made = data.records() * 9 * Integer.BYTES + 3 * starts;
    long both = data.records() * 4 * Integer.BYTES + starts;
    return Math.max(made, both + beside);
  }

  /** Entries in the order of their rows; within a row, as they come. */
  private static SparseMatrix bucketed(
      int[] rows, int[] columns, float[] values, int rowCount, int columnCount) {
    int[] start = new int[rowCount + 1];
    for (int row : rows) {
      start[row + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] next = start.clone();
    int[] column = new int[rows.length];
    float[] value = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int place = next[rows[i]]++;
      column[place] = columns[i];
      value[place] = values[i];
    }
    return new SparseMatrix(columnCount, start, column, value);
  }

  /** Columns as rows. */
  public SparseMatrix transposed() {
    int[] rows = new int[column.length];
    for (int row = 0; row < rows(); row++) {
      Arrays.fill(rows, start[row], start[row + 1], row);
    }
    return bucketed(column, rows, value, columns, rows());
  }

  /** How many rows there are. */
  public int rows() {
    return start.length - 1;
  }

  /** How many columns there are. */
  public int columns() {
    return columns;
  }

  /** How many rows have an entry. */
  int nonEmpty() {
    return (int) IntStream.range(0, rows()).filter(row -> length(row) > 0).count();
  }

  /** How many entries there are. */
  public int size() {
    return column.length;
  }

  /** Where the entries of a row begin; where they end is where the next row's begin. */
  public int start(int row) {
    return start[row];
  }

  /** How many entries a row has. */
  public int length(int row) {
    return start[row + 1] - start[row];
  }

  /** The column of an entry. */
  public int column(int entry) {
    return column[entry];
  }

  /** The value of an entry. */
  public float value(int entry) {
    return value[entry];
  }

  /** A row's entries. */
  public History row(int row) {
    return new History(
        Arrays.copyOfRange(column, start[row], start[row + 1]),
        Arrays.copyOfRange(value, start[row], start[row + 1]));
  }

  /** The CRC-32C of its size and its entries: of equal matrices the same. */
  long checksum() {
    CRC32C checksum = new CRC32C();
    ByteBuffer numbers = ByteBuffer.allocate(3 * Integer.BYTES);
    checksum.update(numbers.putInt(rows()).putInt(columns).putInt(size()).flip());
    for (int row = 0; row < rows(); row++) {
      for (int entry = start[row]; entry < start[row + 1]; entry++) {
        numbers.clear().putInt(row).putInt(column[entry]).putFloat(value[entry]);
        checksum.update(numbers.flip());
      }
    }
    return checksum.getValue();
  }

  /** The sum of all values. */
  double sum() {
    double sum = 0;
    for (float each : value) {
      sum += each;
    }
    return sum;
  }

  /** The sum of each row's squared values. */
  double[] squaredNorms() {
    double[] norms = new double[rows()];
    for (int row = 0; row < norms.length; row++) {
      for (int entry = start[row]; entry < start[row + 1]; entry++) {
        norms[row] += (double) value[entry] * value[entry];
      }
    }
    return norms;
  }
}
