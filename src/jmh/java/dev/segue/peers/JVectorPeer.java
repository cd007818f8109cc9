package dev.segue.peers;

import dev.segue.vector.Metric;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JVector: a DiskANN graph with levels, on the heap, over vectors as they are. Degree 32, beam 100,
 * overflow and alpha 1.2, as its own benchmarks have them.
 */
final class JVectorPeer implements Peer {
  private static final int DEGREE = 32;
  private static final int BEAM = 100;
  private static final float OVERFLOW = 1.2f;
  private static final float ALPHA = 1.2f;

  private final VectorTypeSupport types =
      VectorizationProvider.getInstance().getVectorTypeSupport();
  private final VectorSimilarityFunction similarity;
  private final RandomAccessVectorValues values;
  private final ImmutableGraphIndex graph;
  private final GraphSearcher searcher;

  JVectorPeer(float[][] vectors, Metric metric, Path folder) throws IOException {
    similarity =
        metric == Metric.COSINE
            ? VectorSimilarityFunction.DOT_PRODUCT
            : VectorSimilarityFunction.EUCLIDEAN;
    List<VectorFloat<?>> copies = new ArrayList<>(vectors.length);
    for (float[] vector : vectors) {
      copies.add(types.createFloatVector(vector.clone()));
    }
    int dimension = vectors[0].length;
    values = new ListRandomAccessVectorValues(copies, dimension);
    BuildScoreProvider scores = BuildScoreProvider.randomAccessScoreProvider(values, similarity);
    try (GraphIndexBuilder builder =
        new GraphIndexBuilder(scores, dimension, DEGREE, BEAM, OVERFLOW, ALPHA, true)) {
      graph = builder.build(values);
    }
    searcher = new GraphSearcher(graph);
  }

  @Override
  public boolean exact() {
    return false;
  }

  @Override
  public int[] nearest(float[] query, int k, int effort) {
    DefaultSearchScoreProvider scores =
        DefaultSearchScoreProvider.exact(types.createFloatVector(query), similarity, values);
    return Arrays.stream(searcher.search(scores, k, effort, 0, 0, Bits.ALL).getNodes())
        .mapToInt(found -> found.node)
        .toArray();
  }

  @Override
  public long bytesOutsideHeap() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    searcher.close();
    graph.close();
  }
}
