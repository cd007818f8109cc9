package dev.segue.peers;

import dev.segue.vector.Memory;
import dev.segue.vector.Metric;
import dev.segue.vector.Nearest;
import dev.segue.vector.NeighbourTree;
import dev.segue.vector.NeighbourTreeShape;
import dev.segue.vector.NeighbourTreeWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our tree over a mapped file, whose pages are aligned as blocks want to be; vectors beside it. */
final class TreePeer implements Peer {
  private static final int NONE = -1;

  private final float[][] vectors;
  private final NeighbourTree tree;
  private final long bytes;

  TreePeer(float[][] vectors, Metric metric, Path folder) throws IOException {
    this.vectors = vectors;
    NeighbourTreeWriter writer = new NeighbourTreeWriter(metric, vectors[0].length, vectors.length);
    for (float[] vector : vectors) {
      writer.add(vector);
    }
    Path file = folder.resolve("tree");
    NeighbourTreeShape shape;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      shape = writer.write(out::write);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer blocks = channel.map(MapMode.READ_ONLY, 0, channel.size());
      ByteBuffer rows = rows(vectors);
      bytes = blocks.remaining() + rows.remaining();
      tree = new NeighbourTree(shape, Memory.of(blocks), Memory.of(rows));
    }
  }

  private static ByteBuffer rows(float[][] vectors) {
    ByteBuffer rows =
        ByteBuffer.allocateDirect(
            Math.multiplyExact(vectors.length, vectors[0].length * Float.BYTES));
    rows.order(ByteOrder.LITTLE_ENDIAN);
    for (float[] vector : vectors) {
      rows.asFloatBuffer().put(vector);
      rows.position(rows.position() + vector.length * Float.BYTES);
    }
    return rows.flip();
  }

  NeighbourTree tree() {
    return tree;
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public int[] nearest(float[] query, int k, int effort) {
    return nearestBut(query, k, NONE);
  }

  /** The k nearest other points. */
  int[] nearestBut(int point, int k) {
    return nearestBut(vectors[point], k, point);
  }

  private int[] nearestBut(float[] query, int k, int excluded) {
    Nearest nearest = new Nearest(k);
    try {
      tree.search(
          query,
          k,
          Double.POSITIVE_INFINITY,
          new NeighbourTree.Visitor() {
            @Override
            public boolean accepts(int point) {
              return point != excluded;
            }

            @Override
            public boolean visited(int points) {
              return true;
            }

            @Override
            public void found(int point, double distance) {
              nearest.add(point, distance);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Answer.of(nearest);
  }

  @Override
  public long bytesOutsideHeap() {
    return bytes;
  }

  /** The file is unmapped when nobody refers to it any more. */
  @Override
  public void close() {}
}
