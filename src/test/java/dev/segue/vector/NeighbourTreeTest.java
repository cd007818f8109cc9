package dev.segue.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every answer against measuring all points in double precision. */
class NeighbourTreeTest {
  private static final int CACHE_LINE = 64;

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** A point and its distance. */
  private record Hit(int point, double distance) {}

  @Property(tries = 600)
  void isExact(
      @ForAll Metric metric,
      @ForAll PointCloud cloud,
      @ForAll @IntRange(min = 1, max = 32) int dimension,
      @ForAll @IntRange(min = 1, max = 1500) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll boolean limited,
      @ForAll long seed)
      throws IOException {
    Assume.that(metric != Metric.INNER_PRODUCT); // which no tree has
    Random random = new Random(seed);
    float[][] vectors = cloud.vectors(metric, size, dimension, random);
    float[] query = query(metric, cloud, vectors, random);
    int k = random.nextBoolean() ? 1 + random.nextInt(20) : 1 + random.nextInt(size);
    boolean[] passing = new boolean[size];
    for (int i = 0; i < size; i++) {
      passing[i] = random.nextDouble() < share;
    }
    double maxDistance =
        limited
            ? Math.max(0, metric.distance(query, vectors[random.nextInt(size)]))
            : Double.POSITIVE_INFINITY;
    List<Hit> expected = measureAll(metric, vectors, query, k, i -> passing[i], maxDistance);
    for (Scan scan : List.of(Scan.BEST, new PlainScan())) {
      NeighbourTree tree = tree(metric, vectors, scan);
      Nearest nearest = new Nearest(k);
      tree.search(query, k, maxDistance, into(nearest, point -> passing[point]));
      assertThat(hits(nearest)).isEqualTo(expected);

      Nearest among = new Nearest(k);
      PrimitiveIterator.OfInt points =
          IntStream.range(0, size).filter(point -> passing[point]).iterator();
      tree.searchAmong(
          some -> fill(some, points), query, k, maxDistance, into(among, point -> true));
      assertThat(hits(among)).isEqualTo(expected);
    }
  }

  @Test
  void theVectorApiIsThere() {
    assertThat(NeighbourTree.vectorised())
        .as("the tests run with jdk.incubator.vector, so both scans are tested")
        .isTrue();
  }

  @Test
  void prunes() throws IOException {
    float[][] vectors = PointCloud.CLUSTERED.vectors(Metric.EUCLIDEAN, 50_000, 8, new Random(1));
    NeighbourTree tree = tree(Metric.EUCLIDEAN, vectors);
    NeighbourTree.Cost cost =
        tree.search(vectors[17], 10, INFINITE, into(new Nearest(10), i -> true));
    assertThat(cost.points()).isBetween(10, 5_000);
    assertThat(cost.nodes()).isBetween(3, 200);
  }

  @Test
  void tellsTheVisitorWhatItCompares() throws IOException {
    float[][] vectors = PointCloud.UNIFORM.vectors(Metric.MANHATTAN, 1_000, 3, new Random(1));
    NeighbourTree tree = tree(Metric.MANHATTAN, vectors);
    List<Integer> told = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    NeighbourTree.Cost cost = tree.search(vectors[0], 5, INFINITE, endingAfter(3, told, found));
    assertThat(told).as("ended by the visitor after three leaves").hasSize(3);
    assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(cost.points());
    assertThat(found).as("the best until then").hasSizeGreaterThanOrEqualTo(5).contains(0);
  }

  @Test
  void aVisitorEndsTheComparisonOfSome() throws IOException {
    float[][] vectors = PointCloud.UNIFORM.vectors(Metric.EUCLIDEAN, 1_000, 3, new Random(1));
    PrimitiveIterator.OfInt points = IntStream.range(0, vectors.length).iterator();
    List<Integer> found = new ArrayList<>();
    tree(Metric.EUCLIDEAN, vectors)
        .searchAmong(
            some -> fill(some, points),
            vectors[0],
            5,
            INFINITE,
            endingAfter(2, new ArrayList<>(), found));
    assertThat(points.nextInt()).as("two blocks were asked for").isEqualTo(2 * Scan.LANES);
    assertThat(found).hasSizeGreaterThanOrEqualTo(5).contains(0);
  }

  @Test
  void holdsNothing() throws IOException {
    NeighbourTree tree = tree(Metric.EUCLIDEAN, new float[0][]);
    Nearest nearest = new Nearest(3);
    assertThat(tree.search(new float[] {1}, 3, INFINITE, into(nearest, point -> true)))
        .isEqualTo(new NeighbourTree.Cost(0, 0));
    tree.searchAmong(some -> 0, new float[] {1}, 3, INFINITE, into(nearest, point -> true));
    assertThat(nearest.size()).isZero();
  }

  @Test
  void directionsThatOnlyRoundingKeepsApartStandInOrder() throws IOException {
    float[][] vectors = new float[1000][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = new float[] {1, i * 1e-10f};
    }
    for (Scan scan : List.of(Scan.BEST, new PlainScan())) {
      Nearest nearest = new Nearest(10);
      tree(Metric.COSINE, vectors, scan)
          .search(vectors[500], 10, INFINITE, into(nearest, i -> true));
      assertThat(hits(nearest))
          .isEqualTo(measureAll(Metric.COSINE, vectors, vectors[500], 10, i -> true, INFINITE));
    }
  }

  @Test
  void keepsApartWhatOverflows() throws IOException {
    float[][] vectors = {
      {Float.MAX_VALUE, 0}, {-Float.MAX_VALUE, 0}, {0, Float.MAX_VALUE}, {1e-40f, 0}, {0, 0}
    };
    for (Scan scan : List.of(Scan.BEST, new PlainScan())) {
      NeighbourTree tree = tree(Metric.EUCLIDEAN, vectors, scan);
      for (float[] query : vectors) {
        Nearest nearest = new Nearest(3);
        tree.search(query, 3, INFINITE, into(nearest, point -> true));
        assertThat(hits(nearest))
            .isEqualTo(
                measureAll(
                    Metric.EUCLIDEAN, vectors, query, 3, i -> true, Double.POSITIVE_INFINITY));
      }
    }
  }

  @Test
  void refusesWhatIsNoVector() {
    NeighbourTreeWriter writer = new NeighbourTreeWriter(Metric.EUCLIDEAN, 2, 3);
    writer.add(new float[] {1, 2});
    assertThatThrownBy(() -> writer.add(new float[] {1, Float.NaN}))
        .hasMessage("vector 1 is [1.0, NaN], must be finite");
    assertThatThrownBy(() -> writer.add(new float[] {1, Float.NEGATIVE_INFINITY}))
        .hasMessage("vector 1 is [1.0, -Infinity], must be finite");
    assertThatThrownBy(() -> writer.add(new float[] {1}))
        .hasMessage("vector 1 has 1 numbers, must have 2");
    assertThatThrownBy(() -> writer.write(block -> {})).hasMessage("1 of 3 points were added");

    NeighbourTreeWriter cosine = new NeighbourTreeWriter(Metric.COSINE, 2, 1);
    assertThatThrownBy(() -> cosine.add(new float[] {0, 0}))
        .hasMessage("vector 0 is zero, which has no direction and is similar to nothing");
    assertThatThrownBy(() -> cosine.add(new float[] {3, 4}))
        .hasMessage("vector 0 has the length 5.0, must be of unit length");
    assertThatThrownBy(() -> new NeighbourTreeWriter(Metric.EUCLIDEAN, 32, 1 << 27))
        .hasMessageContaining("134,217,728 points of 32 dimensions are too many");
  }

  @Test
  void refusesWrongQuestions() throws IOException {
    NeighbourTree tree = tree(Metric.COSINE, new float[][] {{0, 1}, {1, 0}});
    assertThatThrownBy(() -> search(tree, 1, new float[] {1}))
        .hasMessage("the query has 1 numbers, must have 2");
    assertThatThrownBy(() -> search(tree, 1, new float[] {0, 0}))
        .hasMessage("the query is zero, which has no direction and is similar to nothing");
    assertThatThrownBy(() -> new Nearest(0)).hasMessage("k is 0, must be at least 1");
    assertThatThrownBy(() -> search(tree, 0, new float[] {0, 1}))
        .hasMessage("k is 0, must be at least 1");
  }

  @Test
  void refusesADamagedShape() {
    assertThatThrownBy(
            () ->
                new NeighbourTreeShape(
                    Metric.EUCLIDEAN, 1, 5, 0, 0, new double[0][], new int[] {0, 5, 0}))
        .hasMessage("node 0 of 1 cannot have 5 members, the first 0");
    assertThatThrownBy(
            () ->
                new NeighbourTreeShape(
                    Metric.EUCLIDEAN, 1, 65, 0, 0, new double[0][], new int[] {0, 65, -1}))
        .hasMessage("node 0 of 1 cannot have 65 members, the first -1");
  }

  private static int fill(int[] array, PrimitiveIterator.OfInt numbers) {
    int count = 0;
    while (count < array.length && numbers.hasNext()) {
      array[count++] = numbers.nextInt();
    }
    return count;
  }

  private static void search(NeighbourTree tree, int k, float[] query) throws IOException {
    tree.search(query, k, INFINITE, into(new Nearest(1), point -> true));
  }

  private static NeighbourTree.Visitor endingAfter(
      int blocks, List<Integer> told, List<Integer> found) {
    return new NeighbourTree.Visitor() {
      @Override
      public boolean accepts(int point) {
        return true;
      }

      @Override
      public boolean visited(int points) {
        told.add(points);
        return told.size() < blocks;
      }

      @Override
      public void found(int point, double distance) {
        found.add(point);
      }
    };
  }

  private static NeighbourTree.Visitor into(Nearest nearest, IntPredicate filter) {
    return new NeighbourTree.Visitor() {
      @Override
      public boolean accepts(int point) {
        return filter.test(point);
      }

      @Override
      public boolean visited(int points) {
        return true;
      }

      @Override
      public void found(int point, double distance) {
        nearest.add(point, distance);
      }
    };
  }

  private static float[] query(Metric metric, PointCloud cloud, float[][] vectors, Random random) {
    return random.nextBoolean()
        ? vectors[random.nextInt(vectors.length)]
        : cloud.vectors(metric, 1, vectors[0].length, random)[0];
  }

  private static List<Hit> measureAll(
      Metric metric,
      float[][] vectors,
      float[] query,
      int k,
      IntPredicate filter,
      double maxDistance) {
    return IntStream.range(0, vectors.length)
        .filter(filter)
        .mapToObj(i -> new Hit(i, metric.distance(query, vectors[i])))
        .filter(hit -> hit.distance() <= maxDistance)
        .sorted(Comparator.comparingDouble(Hit::distance).thenComparingInt(Hit::point))
        .limit(k)
        .toList();
  }

  private static List<Hit> hits(Nearest nearest) {
    Hit[] hits = new Hit[nearest.size()];
    while (nearest.size() > 0) {
      int place = nearest.size() - 1;
      nearest.pop((point, distance) -> hits[place] = new Hit(point, distance));
    }
    return Arrays.asList(hits);
  }

  private static NeighbourTree tree(Metric metric, float[][] vectors) throws IOException {
    return tree(metric, vectors, Scan.BEST);
  }

  /** A tree in memory, aligned as in a mapped file. */
  private static NeighbourTree tree(Metric metric, float[][] vectors, Scan scan)
      throws IOException {
    int dimension = vectors.length == 0 ? 1 : vectors[0].length;
    NeighbourTreeWriter writer = new NeighbourTreeWriter(metric, dimension, vectors.length);
    for (float[] vector : vectors) {
      writer.add(vector);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    NeighbourTreeShape shape = writer.write(bytes::writeBytes);
    ByteBuffer blocks = ByteBuffer.allocateDirect(bytes.size() + CACHE_LINE);
    blocks = blocks.alignedSlice(CACHE_LINE).put(bytes.toByteArray()).flip();
    ByteBuffer rows = ByteBuffer.allocateDirect(vectors.length * dimension * Float.BYTES);
    rows.order(ByteOrder.LITTLE_ENDIAN);
    for (float[] vector : vectors) {
      for (float number : vector) {
        rows.putFloat(number);
      }
    }
    return new NeighbourTree(shape, Memory.of(blocks), Memory.of(rows.flip()), scan);
  }
}
