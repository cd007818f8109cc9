package dev.segue.engine;

import dev.segue.index.Neighbour;
import dev.segue.vector.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** The neighbours of every track of an index, packed: 12 bytes each and some 40 a track. */
final class Neighbourhoods {
  /** By ordinal; {@code null} where a track has no place in the space. */
  private final int[][] ordinals;

  private final double[][] distances;

  Neighbourhoods(int tracks) {
    ordinals = new int[tracks][];
    distances = new double[tracks][];
  }

  /** Threads may put at once, each track once. */
  void put(int ordinal, List<Neighbour> neighbours) {
    ordinals[ordinal] = neighbours.stream().mapToInt(Neighbour::ordinal).toArray();
    distances[ordinal] = neighbours.stream().mapToDouble(Neighbour::distance).toArray();
  }

  /** The nearest first. */
  List<Neighbour> of(int ordinal) {
    if (ordinals[ordinal] == null) {
      return List.of();
    }
    List<Neighbour> neighbours = new ArrayList<>();
    for (int i = 0; i < ordinals[ordinal].length; i++) {
      neighbours.add(new Neighbour(ordinals[ordinal][i], distances[ordinal][i]));
    }
    return neighbours;
  }

  SimilarExport.Summary summary(ExportCells[] cells, Metric metric, Duration elapsed) {
    BitSet sources = new BitSet();
    BitSet recommended = new BitSet();
    long rows = 0;
    double scores = 0;
    for (int ordinal = 0; ordinal < ordinals.length; ordinal++) {
      if (ordinals[ordinal] == null) {
        continue;
      }
      if (ordinals[ordinal].length > 0) {
        sources.set(ordinal);
      }
      for (int i = 0; i < ordinals[ordinal].length; i++) {
        rows++;
        recommended.set(ordinals[ordinal][i]);
        scores += metric.matchScore(distances[ordinal][i]);
      }
    }
    return new SimilarExport.Summary(
        rows,
        ids(sources, cells),
        ids(recommended, cells),
        Arrays.stream(ordinals).filter(Objects::isNull).count(),
        scores / rows,
        elapsed);
  }

  /** How many ids some tracks have; several may share one. */
  private static long ids(BitSet tracks, ExportCells[] cells) {
    return tracks.stream().mapToObj(ordinal -> cells[ordinal].id()).distinct().count();
  }
}
