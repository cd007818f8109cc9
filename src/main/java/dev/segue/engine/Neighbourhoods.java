package dev.segue.engine;

import dev.segue.index.Neighbour;
import dev.segue.vector.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    Set<String> sources = new HashSet<>();
    Set<String> recommended = new HashSet<>();
    long rows = 0;
    long withoutVector = 0;
    double scores = 0;
    for (int ordinal = 0; ordinal < ordinals.length; ordinal++) {
      if (ordinals[ordinal] == null) {
        withoutVector++;
        continue;
      }
      for (int i = 0; i < ordinals[ordinal].length; i++) {
        rows++;
        sources.add(cells[ordinal].id());
        recommended.add(cells[ordinals[ordinal][i]].id());
        scores += metric.matchScore(distances[ordinal][i]);
      }
    }
    return new SimilarExport.Summary(
        rows, sources.size(), recommended.size(), withoutVector, scores / rows, elapsed);
  }
}
