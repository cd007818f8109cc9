package dev.segue.listener;

import dev.segue.index.TrackIndex;
import dev.segue.listening.model.History;
import dev.segue.listening.model.TasteModel;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** By a model that scores its items; the index is asked which of the best pass. */
final class ScoredOpinion implements Opinion {
  /** So many of the best items are looked at first, then twice as many, and so on. */
  private static final int FIRST = 64;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::ordinal);

  private final TrackTaste taste;
  private final TrackIndex index;
  private final TasteModel model;
  private final History history;
  private final float[] scores;

  ScoredOpinion(TrackTaste taste, TrackIndex index, TasteModel model, History history) {
    this.taste = taste;
    this.index = index;
    this.model = model;
    this.history = history;
    scores = new float[model.items()];
    model.score(history, scores);
  }

  @Override
  public double score(int ordinal) {
    int item = taste.item(ordinal);
    return item == TrackTaste.NONE ? Double.NaN : scores[item];
  }

  @Override
  public double[] sample() {
    return Arrays.stream(taste.sample()).mapToDouble(item -> scores[item]).toArray();
  }

  @Override
  public double[] contributions(int ordinal) {
    return model.contributions(history, taste.item(ordinal));
  }

  @Override
  public List<Hit> best(TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException {
    int[] best = inOrder();
    List<Hit> hits = new ArrayList<>();
    int size = FIRST;
    for (int from = 0; from < best.length; from += size, size *= 2) {
      if (hits.size() >= k && scores[taste.item(best[from])] < hits.get(k - 1).score()) {
        break;
      }
      int[] some = Arrays.copyOfRange(best, from, Math.min(best.length, from + size));
      for (int ordinal : admitted(some, filter, versions, excluded)) {
        hits.add(new Hit(ordinal, scores[taste.item(ordinal)], Double.NaN));
      }
    }
    hits.sort(BEST_FIRST); // other versions than those that stand for them have other places
    return hits.subList(0, Math.min(k, hits.size()));
  }

  /** The tracks that stand for items of a score above 0, the best first. */
  private int[] inOrder() {
    return IntStream.range(0, scores.length)
        .filter(item -> scores[item] > 0 && taste.ordinal(item) != TrackTaste.NONE)
        .mapToLong(item -> (long) ~Float.floatToIntBits(scores[item]) << 32 | taste.ordinal(item))
        .sorted()
        .mapToInt(key -> (int) key)
        .toArray();
  }

  /** Of some recordings those versions that may be answered, in their order. */
  private List<Integer> admitted(
      int[] recordings, TrackFilter filter, Versions versions, Set<Integer> excluded)
      throws IOException {
    List<List<Integer>> groups = Arrays.stream(recordings).mapToObj(index::versions).toList();
    boolean[] passing =
        index.passing(
            filter, groups.stream().flatMap(List::stream).mapToInt(ordinal -> ordinal).toArray());
    List<Integer> admitted = new ArrayList<>();
    int next = 0;
    for (List<Integer> group : groups) {
      boolean[] passes = Arrays.copyOfRange(passing, next, next += group.size());
      IntStream places = IntStream.range(0, passes.length).filter(place -> passes[place]);
      if (versions == Versions.ALL) {
        places
            .map(group::get)
            .filter(ordinal -> !excluded.contains(ordinal))
            .sorted()
            .forEach(admitted::add);
      } else if (group.stream().noneMatch(excluded::contains)) {
        places.limit(1).map(group::get).forEach(admitted::add);
      }
    }
    return admitted;
  }
}
