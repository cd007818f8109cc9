package dev.segue.index.lucene;

import dev.segue.vector.FeatureSpace;
import dev.segue.vector.Metric;
import dev.segue.vector.VectorSpace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/**
 * How vectors are kept and their neighbours found: the one place where that is chosen.
 *
 * <p>Up to {@link #MAX_EXACT_DIMENSIONS} dimensions a tree answers exactly, and sooner than a
 * graph. Beyond, a tree would have to look at nearly everything, and a navigable small-world graph
 * (Malkov & Yashunin 2018, "Efficient and robust approximate nearest neighbor search using HNSW
 * graphs") answers nearly: {@link #CANDIDATES} neighbours are explored for every question, however
 * few are wanted.
 */
final class VectorFormats {
  /** Up to how many dimensions answers are exact. */
  private static final int MAX_EXACT_DIMENSIONS = 32;

  /** How many links a node of the graph keeps. */
  private static final int LINKS = 32;

  /** How many neighbours are considered when a node is linked. */
  private static final int BEAM = 200;

  /** How many neighbours are explored at least when the graph is asked. */
  static final int CANDIDATES = 100;

  private VectorFormats() {}

  /** Whether a space has trees, and with them exact answers. */
  static boolean exact(VectorSpace space) {
    return space instanceof FeatureSpace
        && space.dimension() <= MAX_EXACT_DIMENSIONS
        && space.metric() != Metric.MANHATTAN;
  }

  /** How an index over these spaces is written. Reading needs no telling. */
  static Codec codec(List<FeatureSpace> spaces) {
    KnnVectorsFormat tree = new NeighbourTreeVectorsFormat();
    KnnVectorsFormat graph = new Lucene99HnswVectorsFormat(LINKS, BEAM);
    Set<String> exact =
        spaces.stream()
            .filter(VectorFormats::exact)
            .map(TrackDocument::vector)
            .collect(Collectors.toUnmodifiableSet());
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return exact.contains(field) ? tree : graph;
      }
    };
  }
}
