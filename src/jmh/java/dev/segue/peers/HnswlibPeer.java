package dev.segue.peers;

import com.github.jelmerk.hnswlib.core.DistanceFunction;
import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import dev.segue.vector.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** hnswlib-core: HNSW in Java, on the heap. M 16 with ef_construction 200, as in its examples. */
final class HnswlibPeer implements Peer {
  private static final int LINKS = 16;
  private static final int CONSTRUCTION = 200;

  private final HnswIndex<Integer, float[], Point, Float> index;

  /** A vector and its number. */
  @SuppressWarnings("ArrayRecordComponent") // points are never compared
  private record Point(Integer id, float[] vector) implements Item<Integer, float[]> {
    private static final long serialVersionUID = 1;

    @Override
    public int dimensions() {
      return vector.length;
    }
  }

  HnswlibPeer(float[][] vectors, Metric metric, Path folder) throws InterruptedException {
    DistanceFunction<float[], Float> distance =
        metric == Metric.COSINE
            ? DistanceFunctions.FLOAT_INNER_PRODUCT
            : DistanceFunctions.FLOAT_EUCLIDEAN_DISTANCE;
    index =
        HnswIndex.newBuilder(vectors[0].length, distance, vectors.length)
            .withM(LINKS)
            .withEfConstruction(CONSTRUCTION)
            .build();
    List<Point> points = new ArrayList<>(vectors.length);
    for (int i = 0; i < vectors.length; i++) {
      points.add(new Point(i, vectors[i].clone()));
    }
    index.addAll(points);
  }

  @Override
  public boolean exact() {
    return false;
  }

  @Override
  public int[] nearest(float[] query, int k, int effort) {
    index.setEf(effort);
    return index.findNearest(query, k).stream().mapToInt(found -> found.item().id()).toArray();
  }

  @Override
  public long bytesOutsideHeap() {
    return 0;
  }

  @Override
  public void close() {}
}
