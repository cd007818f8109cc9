package dev.segue.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.vector.Metric;
import dev.segue.vector.PointCloud;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.FloatVectorSimilarityQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The format in real segments: deleted, sparse, sorted, merged and damaged ones. */
class NeighbourTreeSegmentsTest {
  private static final int DIMENSION = 6;
  private static final int SIZE = 3_000;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Metric.class,
      names = {"EUCLIDEAN", "COSINE"})
  void answersTheSameInSeveralSegmentsAndInOne(Metric metric) throws IOException {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    float[][] vectors = PointCloud.DUPLICATES.vectors(metric, SIZE, DIMENSION, random);
    boolean[] present = new boolean[SIZE];
    try (Directory directory = FSDirectory.open(folder)) {
      try (IndexWriter writer = new IndexWriter(directory, config())) {
        for (int i = 0; i < SIZE; i++) {
          present[i] = random.nextInt(5) > 0; // the others have no vector
          writer.addDocument(document(i, present[i] ? vectors[i] : null, metric));
          if (random.nextInt(600) == 0) {
            writer.flush();
          }
        }
        for (int i = 0; i < SIZE / 10; i++) {
          int deleted = random.nextInt(SIZE);
          writer.deleteDocuments(new Term("id", "id" + deleted));
          present[deleted] = false;
        }
        writer.commit();
        assertExact(directory, vectors, present, metric);
        writer.getConfig().setMergePolicy(new IndexWriterConfig().getMergePolicy());
        writer.forceMerge(1);
        writer.commit();
        assertExact(directory, vectors, present, metric);
      }
      assertThat(check(directory)).contains("No problems were detected");
    }
  }

  @Test
  void leavesCollectorsThatWantMoreThanTheNearestWhatTheyWant() throws IOException {
    float[][] vectors = index();
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      float[] middle = new float[DIMENSION]; // a third of the vectors are as near
      float similarity = 0.2f;
      long expected =
          Arrays.stream(vectors)
              .filter(
                  vector ->
                      VectorSimilarityFunction.EUCLIDEAN.compare(middle, vector) >= similarity)
              .count();
      assertThat(expected).isGreaterThan(10);
      assertThat(
              new IndexSearcher(reader)
                  .count(new FloatVectorSimilarityQuery("vector", middle, similarity)))
          .isEqualTo((int) expected);
    }
  }

  @Test
  void refusesAQueryThatIsNotFinite() throws IOException {
    index();
    float[] query = new float[DIMENSION];
    query[3] = Float.NaN;
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      LeafReader segment = reader.leaves().getFirst().reader();
      assertThatThrownBy(
              () ->
                  segment.searchNearestVectors(
                      "vector", query, 3, AcceptDocs.fromLiveDocs(null, segment.maxDoc()), 1_000))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[3]=NaN");
    }
  }

  @Test
  void findsAFlippedByte() throws IOException {
    index();
    Path blocks = file(NeighbourTreeVectorsFormat.BLOCKS_EXTENSION);
    byte[] bytes = Files.readAllBytes(blocks);
    bytes[random.nextInt(100, bytes.length - 20)] ^= 4;
    Files.write(blocks, bytes);
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      CodecReader segment = (CodecReader) reader.leaves().getFirst().reader();
      assertThatThrownBy(() -> segment.getVectorReader().checkIntegrity())
          .isInstanceOf(CorruptIndexException.class);
    }
  }

  @Test
  void refusesADamagedMeta() throws IOException {
    index();
    Path meta = file(NeighbourTreeVectorsFormat.META_EXTENSION);
    byte[] bytes = Files.readAllBytes(meta);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    Files.write(meta, bytes);
    try (Directory directory = FSDirectory.open(folder)) {
      assertThatThrownBy(() -> DirectoryReader.open(directory)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesANewerVersionNamingBoth() throws IOException {
    index();
    Path blocks = file(NeighbourTreeVectorsFormat.BLOCKS_EXTENSION);
    byte[] bytes = Files.readAllBytes(blocks);
    // Magic, name with its length, version.
    int version = Integer.BYTES + 1 + NeighbourTreeVectorsFormat.BLOCKS_CODEC.length();
    ByteBuffer.wrap(bytes).putInt(version, 7);
    Files.write(blocks, bytes);
    try (Directory directory = FSDirectory.open(folder)) {
      assertThatThrownBy(() -> DirectoryReader.open(directory))
          .isInstanceOf(IndexFormatTooNewException.class)
          .hasMessageContaining("7 (needs to be between 0 and 0)");
    }
  }

  private float[][] index() throws IOException {
    float[][] vectors = PointCloud.NORMAL.vectors(Metric.EUCLIDEAN, 500, DIMENSION, random);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config())) {
      for (int i = 0; i < vectors.length; i++) {
        writer.addDocument(document(i, vectors[i], Metric.EUCLIDEAN));
      }
    }
    return vectors;
  }

  private void assertExact(Directory directory, float[][] vectors, boolean[] present, Metric metric)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (int i = 0; i < 50; i++) {
        float[] query = vectors[random.nextInt(SIZE)];
        int k = 1 + random.nextInt(random.nextBoolean() ? 20 : SIZE);
        int from = random.nextInt(SIZE);
        int to = from + random.nextInt(SIZE - from);
        List<Double> found = new ArrayList<>();
        KnnFloatVectorQuery nearest =
            new KnnFloatVectorQuery("vector", query, k, IntField.newRangeQuery("number", from, to));
        for (ScoreDoc hit : searcher.search(nearest, k).scoreDocs) {
          int number = number(reader, hit.doc);
          assertThat(present[number] && number >= from && number <= to).isTrue();
          found.add(metric.distance(query, vectors[number]));
        }
        List<Double> expected =
            IntStream.rangeClosed(from, to)
                .filter(number -> present[number])
                .mapToObj(number -> metric.distance(query, vectors[number]))
                .sorted()
                .limit(k)
                .toList();
        found.sort(Comparator.naturalOrder());
        assertThat(found).hasSameSizeAs(expected);
        for (int j = 0; j < found.size(); j++) {
          // Lucene's collectors order by similarities in single precision.
          assertThat(found.get(j)).isBetween(expected.get(j) - 1e-3, expected.get(j) + 1e-3);
        }
      }
    }
  }

  private static int number(DirectoryReader reader, int document) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (document < leaf.docBase + leaf.reader().maxDoc()) {
        var numbers = leaf.reader().getNumericDocValues("order");
        numbers.advanceExact(document - leaf.docBase);
        return (int) numbers.longValue();
      }
    }
    throw new AssertionError("no document " + document);
  }

  private static Document document(int number, float[] vector, Metric metric) {
    Document document = new Document();
    document.add(new StringField("id", "id" + number, Field.Store.NO));
    document.add(new IntField("number", number, Field.Store.NO));
    document.add(new NumericDocValuesField("order", number));
    if (vector != null) {
      document.add(new KnnFloatVectorField("vector", vector, TrackDocument.similarity(metric)));
    }
    return document;
  }

  /** Sorted against the order in which documents are added. */
  private static IndexWriterConfig config() {
    KnnVectorsFormat format = new NeighbourTreeVectorsFormat();
    return new IndexWriterConfig()
        .setUseCompoundFile(false)
        .setMergePolicy(NoMergePolicy.INSTANCE)
        .setIndexSort(new Sort(new SortField("order", SortField.Type.INT, true)))
        .setCodec(
            new Lucene104Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return format;
              }
            });
  }

  private Path file(String extension) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith('.' + extension))
          .findAny()
          .orElseThrow();
    }
  }

  private static String check(Directory directory) throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setInfoStream(new PrintStream(report, true, StandardCharsets.UTF_8));
      check.checkIndex();
    }
    return report.toString(StandardCharsets.UTF_8);
  }
}
