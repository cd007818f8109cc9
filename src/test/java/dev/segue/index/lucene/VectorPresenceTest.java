package dev.segue.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.vector.FactorSpace;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class VectorPresenceTest {
  private static final int SEGMENT = 100;
  private static final FactorSpace ALL = new FactorSpace("all", 1);
  private static final FactorSpace SOME = new FactorSpace("some", 2);
  private static final FactorSpace NONE = new FactorSpace("none", 3);

  @Test
  void isKnownInAnyOrder() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    double[] has = {0, .6, 1, .3}; // of the documents of each segment
    int size = has.length * SEGMENT;
    Set<Integer> some = new TreeSet<>();
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(
              directory, new IndexWriterConfig(null).setMergePolicy(NoMergePolicy.INSTANCE))) {
        for (int i = 0; i < size; i++) {
          Document document = new Document();
          document.add(field(ALL));
          if (has[i / SEGMENT] > random.nextDouble()) {
            document.add(field(SOME));
            some.add(i);
          }
          writer.addDocument(document);
          if (i % SEGMENT == SEGMENT - 1) {
            writer.flush();
          }
        }
        writer.commit();
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        VectorPresence presence = new VectorPresence(reader);
        for (int i = 0; i < 2 * size; i++) {
          int document = random.nextInt(size);
          List<Boolean> present =
              List.of(
                  presence.of(ALL).accepts(document),
                  presence.of(SOME).accepts(document),
                  presence.of(NONE).accepts(document));
          assertThat(present)
              .as("seed %d, document %d", seed, document)
              .containsExactly(true, some.contains(document), false);
        }
      }
    }
  }

  private static KnnFloatVectorField field(FactorSpace space) {
    return new KnnFloatVectorField(TrackDocument.vector(space), new float[space.dimension()]);
  }
}
