package dev.segue.recommend;

import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.ScorePart;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The tracks of a space that pass a filter, by the relevance that their place has to some seeds.
 *
 * <p>The threshold algorithm over one list of neighbours for each point (Fagin, Lotem & Naor 2003,
 * "Optimal aggregation algorithms for middleware", section 4): what was not seen yet is no more
 * relevant than the end of some list allows, so whatever is more relevant comes out; then the list
 * that allows most is followed twice as far. Deviation: what a list has beyond its first {@value
 * #FAR} tracks is in order with what comes after it only; where dislikes outweigh everything, all
 * tracks would have to be seen before the first came out. Nothing here depends on how many tracks
 * are wanted. For one thread.
 */
final class SeedCandidates implements Candidates {
  private static final int SHORTEST = 20;

  /** Who has followed a list so far does not wait for what may come later. */
  private static final int FAR = 10_000;

  private final TrackIndex index;
  private final FeatureSpace space;
  private final Relevance relevance;
  private final List<float[]> points;
  private final TrackFilter filter;
  private final Versions versions;
  private final Set<Integer> leftOut;
  private final Set<Integer> seen = new HashSet<>();
  private final int[] depths;

  /** The most relevance beyond the end of each list; negative infinity where there is no more. */
  private final double[] bounds;

  private final PriorityQueue<Candidate> waiting =
      new PriorityQueue<>(
          Comparator.comparingDouble(Candidate::relevance)
              .reversed()
              .thenComparingInt(Candidate::ordinal));
  private int found;

  /**
   * Begins.
   *
   * @param leftOut ordinals that are no candidates
   * @param first how far all lists together are followed at first
   */
  SeedCandidates(
      TrackIndex index,
      FeatureSpace space,
      Relevance relevance,
      TrackFilter filter,
      Versions versions,
      Set<Integer> leftOut,
      int first) {
    this.index = index;
    this.space = space;
    this.relevance = relevance;
    this.filter = filter;
    this.versions = versions;
    points = relevance.points();
    this.leftOut = Set.copyOf(leftOut);
    depths = new int[points.size()];
    bounds = new double[points.size()];
    Arrays.fill(depths, Math.max(SHORTEST, first / points.size()) / 2);
    Arrays.fill(bounds, Double.POSITIVE_INFINITY);
  }

  @Override
  public boolean exhausted() {
    return waiting.isEmpty() && bounds[widest()] == Double.NEGATIVE_INFINITY;
  }

  @Override
  public int found() {
    return found;
  }

  @Override
  public List<ScorePart> parts(Candidate candidate) {
    return List.of(new ScorePart("seeds", candidate.relevance()));
  }

  @Override
  public List<Candidate> more() throws IOException {
    if (bound() > Double.NEGATIVE_INFINITY || waiting.isEmpty()) {
      follow(widest());
    }
    double bound = bound();
    List<Candidate> next = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().relevance() >= bound) {
      next.add(waiting.poll());
    }
    return next;
  }

  /** The most relevance that is worth waiting for. */
  private double bound() {
    int widest = widest();
    return depths[widest] >= FAR ? Double.NEGATIVE_INFINITY : bounds[widest];
  }

  private void follow(int point) throws IOException {
    depths[point] = Math.min(2 * depths[point], index.size() + 1);
    List<Neighbour> neighbours =
        index.neighbours(
            new NearestQuery(space, points.get(point), depths[point], filter, versions, leftOut));
    for (Neighbour neighbour : neighbours) {
      if (seen.add(neighbour.ordinal())) {
        float[] vector = index.vector(space, neighbour.ordinal()).orElseThrow();
        waiting.add(new Candidate(neighbour.ordinal(), vector, relevance.of(vector)));
        found++;
      }
    }
    if (neighbours.size() < depths[point]) {
      Arrays.fill(bounds, Double.NEGATIVE_INFINITY); // it has them all
    } else {
      bounds[point] = relevance.bound(point, neighbours.getLast().distance());
    }
  }

  /** The list beyond whose end there is most relevance. */
  private int widest() {
    int widest = 0;
    for (int i = 1; i < bounds.length; i++) {
      widest = bounds[i] > bounds[widest] ? i : widest;
    }
    return widest;
  }
}
