package dev.segue.listener;

import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Recordings of an index that have scores from elsewhere: the index is asked which of the best
 * pass. For one thread.
 */
final class ScoredTracks {
  /** Of so many times as many as are wanted some are likely to pass; else of so many times more. */
  private static final int SPARE = 4;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::ordinal);

  private final TrackIndex index;
  private final IntFunction<int[]> largest;
  private final IntToDoubleFunction scores;

  /**
   * Recordings and their scores.
   *
   * @param largest ordinals of the tracks that stand for so many recordings with the largest
   *     scores, or all; the best first, of equal ones in their order
   * @param scores of these
   */
  ScoredTracks(TrackIndex index, IntFunction<int[]> largest, IntToDoubleFunction scores) {
    this.index = index;
    this.largest = largest;
    this.scores = scores;
  }

  /** See {@link TrackTaste#best}. */
  List<Hit> best(TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    int seen = 0;
    for (int size = SPARE * k; hits.size() < k; size *= SPARE) {
      int[] best = largest.apply(size);
      int[] fresh = Arrays.copyOfRange(best, seen, best.length);
      for (Admitted each : admitted(fresh, filter, versions, excluded)) {
        hits.add(new Hit(each.ordinal, scores.applyAsDouble(each.recording), Double.NaN));
      }
      seen = best.length;
      if (best.length < size) {
        break;
      }
    }
    hits.sort(BEST_FIRST); // other versions than those that stand for them have other places
    return hits.subList(0, Math.min(k, hits.size()));
  }

  /** A version of a recording. */
  private record Admitted(int recording, int ordinal) {}

  /** Of some recordings those versions that may be answered, in their order. */
  private List<Admitted> admitted(
      int[] of, TrackFilter filter, Versions versions, Set<Integer> excluded) throws IOException {
    List<List<Integer>> groups = Arrays.stream(of).mapToObj(index::versions).toList();
    boolean[] passing =
        index.passing(
            filter, groups.stream().flatMap(List::stream).mapToInt(ordinal -> ordinal).toArray());
    List<Admitted> admitted = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < of.length; i++) {
      int recording = of[i];
      List<Integer> group = groups.get(i);
      boolean[] passes = Arrays.copyOfRange(passing, next, next += group.size());
      IntStream ordinals =
          IntStream.range(0, passes.length).filter(place -> passes[place]).map(group::get);
      if (versions == Versions.ALL) {
        ordinals
            .filter(ordinal -> !excluded.contains(ordinal))
            .sorted()
            .forEach(ordinal -> admitted.add(new Admitted(recording, ordinal)));
      } else if (group.stream().noneMatch(excluded::contains)) {
        ordinals.limit(1).forEach(ordinal -> admitted.add(new Admitted(recording, ordinal)));
      }
    }
    return admitted;
  }
}
