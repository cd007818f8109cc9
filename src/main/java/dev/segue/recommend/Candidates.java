package dev.segue.recommend;

import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The tracks of a space that pass a filter, the nearest to some points first, batch by batch, each
 * once. Every batch looks twice as far as the one before, whatever it is wanted for, so that the
 * same question goes through them in the same order however many are taken. For one thread.
 */
final class Candidates {
  /** How many tracks the first batch has, about. */
  private static final int FIRST = 200;

  private final TrackIndex index;
  private final FeatureSpace space;
  private final Relevance relevance;
  private final TrackFilter filter;
  private final Versions versions;
  private final Set<Integer> seen;
  private int depth;
  private boolean exhausted;

  /**
   * Begins.
   *
   * @param leftOut ordinals that are no candidates
   */
  Candidates(
      TrackIndex index,
      FeatureSpace space,
      Relevance relevance,
      TrackFilter filter,
      Versions versions,
      Set<Integer> leftOut) {
    this.index = index;
    this.space = space;
    this.relevance = relevance;
    this.filter = filter;
    this.versions = versions;
    seen = new HashSet<>(leftOut);
    depth = Math.ceilDiv(FIRST, relevance.points().size());
  }

  /** A track that may be answered. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Candidate(int ordinal, float[] vector, double relevance) {}

  /** Whether there are no more. */
  boolean exhausted() {
    return exhausted;
  }

  /** The next batch, the most relevant first, then by ordinal; it may be empty. */
  List<Candidate> more() throws IOException {
    List<Candidate> batch = new ArrayList<>();
    exhausted = true;
    for (float[] point : relevance.points()) {
      List<Neighbour> neighbours =
          index.neighbours(
              new NearestQuery(space, point, depth, filter, versions, OptionalInt.empty()));
      exhausted &= neighbours.size() < depth;
      for (Neighbour neighbour : neighbours) {
        if (seen.add(neighbour.ordinal())) {
          float[] vector = index.vector(space, neighbour.ordinal()).orElseThrow();
          batch.add(new Candidate(neighbour.ordinal(), vector, relevance.of(vector)));
        }
      }
    }
    depth = Math.min(2 * depth, index.size() + 1);
    batch.sort(
        Comparator.comparingDouble(Candidate::relevance)
            .reversed()
            .thenComparingInt(Candidate::ordinal));
    return batch;
  }
}
