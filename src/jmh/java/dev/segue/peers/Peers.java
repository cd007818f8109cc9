package dev.segue.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is compared, by name: ours first, then the others from most to least related. */
final class Peers {
  private static final Map<String, Peer.Builder> BUILDERS = new LinkedHashMap<>();

  static {
    BUILDERS.put("tree", TreePeer::new);
    BUILDERS.put("lucene-tree", LucenePeer::tree);
    BUILDERS.put(
        "lucene-hnsw-16", (v, metric, folder) -> LucenePeer.hnsw(v, metric, folder, 16, 100));
    BUILDERS.put(
        "lucene-hnsw-32", (v, metric, folder) -> LucenePeer.hnsw(v, metric, folder, 32, 200));
    BUILDERS.put("voyager", VoyagerPeer::new);
    BUILDERS.put("jvector", JVectorPeer::new);
    BUILDERS.put("hnswlib", HnswlibPeer::new);
    BUILDERS.put("scan", (v, metric, folder) -> new ScanPeer(v, metric));
  }

  private Peers() {}

  /** All names, in order. */
  static List<String> names() {
    return List.copyOf(BUILDERS.keySet());
  }

  /**
   * The builder of a peer.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  static Peer.Builder named(String name) {
    Peer.Builder builder = BUILDERS.get(name);
    if (builder == null) {
      throw new IllegalArgumentException("there is no peer '%s', only %s".formatted(name, names()));
    }
    return builder;
  }
}
