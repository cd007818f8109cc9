package dev.segue.peers;

import com.spotify.voyager.jni.Index;
import com.spotify.voyager.jni.Index.SpaceType;
import com.spotify.voyager.jni.Index.StorageDataType;
import dev.segue.vector.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Voyager: HNSW in C++. M 16 with ef_construction 200, the defaults of its Java index. */
final class VoyagerPeer implements Peer {
  private static final int LINKS = 16;
  private static final int CONSTRUCTION = 200;
  private static final int SEED = 1;
  private static final int ALL_CORES = -1;

  private final Index index;
  private final Path folder;

  VoyagerPeer(float[][] vectors, Metric metric, Path folder) {
    this.folder = folder;
    index =
        new Index(
            metric == Metric.COSINE ? SpaceType.Cosine : SpaceType.Euclidean,
            vectors[0].length,
            LINKS,
            CONSTRUCTION,
            SEED,
            vectors.length,
            StorageDataType.Float32);
    index.addItems(vectors, LongStream.range(0, vectors.length).toArray(), ALL_CORES);
  }

  @Override
  public boolean exact() {
    return false;
  }

  @Override
  public int[] nearest(float[] query, int k, int effort) {
    return Arrays.stream(index.query(query, k, effort).labels).mapToInt(Math::toIntExact).toArray();
  }

  /** Its memory cannot be asked for; what it saves is nearly that. */
  @Override
  public long bytesOutsideHeap() throws IOException {
    Path saved = folder.resolve("voyager");
    index.saveIndex(saved.toString());
    long bytes = Files.size(saved);
    Files.delete(saved);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
