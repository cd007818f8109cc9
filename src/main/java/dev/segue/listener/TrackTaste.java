package dev.segue.listener;

import dev.segue.index.Exclusions;
import dev.segue.index.IndexedTrack;
import dev.segue.index.NearestQuery;
import dev.segue.index.TrackIndex;
import dev.segue.listening.model.FactorModel;
import dev.segue.listening.model.History;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FactorSpace;
import dev.segue.vector.VectorSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A model of taste over the tracks of an index. Its items are recordings, told by the ids of the
 * tracks that stand for them, so that a model outlives the index that it was trained with. Factors
 * are looked for as neighbours in the index; other models score their items, and the index is asked
 * which of the best pass. Thread-safe.
 */
public final class TrackTaste {
  /** What a track is asked about with, as the API names the space. */
  public static final String SPACE = "taste";

  /** So many of the best items are looked at first, then twice as many, and so on. */
  private static final int FIRST = 64;

  private static final int NONE = -1;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::ordinal);

  private final TrainedTaste trained;
  private final TrackIndex index;
  private final Optional<FactorSpace> space;

  /** Of each item the track that stands for it, or {@link #NONE}. */
  private final int[] ordinals;

  /** Of each track that stands for a recording its item, or {@link #NONE}. */
  private final int[] items;

  /**
   * Finds the items of a model in an index.
   *
   * @param index also has their vectors, attached in {@link #space}, before it is asked for any
   */
  public TrackTaste(TrainedTaste trained, TrackIndex index) throws IOException {
    this.trained = trained;
    this.index = index;
    space = space(trained);
    ordinals = new int[trained.items().size()];
    items = new int[index.size()];
    Arrays.fill(ordinals, NONE);
    Arrays.fill(items, NONE);
    for (int item = 0; item < ordinals.length; item++) {
      List<Integer> found = index.ordinals(trained.items().get(item));
      int recording = found.isEmpty() ? NONE : index.versions(found.getFirst()).getFirst();
      if (recording != NONE && items[recording] == NONE) { // of what became one, the first
        ordinals[item] = recording;
        items[recording] = item;
      }
    }
  }

  /** Where the vectors of a model's items are; empty for models that have none. */
  public static Optional<FactorSpace> space(TrainedTaste trained) {
    return trained.model() instanceof FactorModel factored
        ? Optional.of(new FactorSpace(SPACE, factored.factors()))
        : Optional.empty();
  }

  /** The model, and what it learned from. */
  public TrainedTaste trained() {
    return trained;
  }

  /** How many recordings of the index it knows. */
  public int recordings() {
    return (int) Arrays.stream(ordinals).filter(ordinal -> ordinal != NONE).count();
  }

  /**
   * The vector of a track, that of its recording, {@code float[d]}; {@code null} where nobody
   * listened to it.
   */
  public float[] vector(int ordinal) {
    int item = item(ordinal);
    if (item == NONE || !(trained.model() instanceof FactorModel factored)) {
      return null;
    }
    float[] vector = factored.itemVector(item);
    return isZero(vector) ? null : vector;
  }

  private int item(int ordinal) {
    return items[index.versions(ordinal).getFirst()];
  }

  /**
   * What else those like who listen to a track: what somebody would be recommended who has listened
   * to nothing else.
   *
   * @param k at least 1
   * @throws RequestException when nobody listened to the track
   */
  public List<ScoredTrack> similar(IndexedTrack seed, int k, TrackFilter filter, Versions versions)
      throws IOException {
    int item = item(seed.ordinal());
    if (item == NONE) {
      throw new RequestException(
          Code.NO_VECTOR,
          "space",
          "Track '%s' has no place in taste: none of the listeners whom the model learned from has"
                  .formatted(seed.track().id())
              + " listened to it. Ask in another space.");
    }
    float weight = TasteKind.weight(trained.settings(), 1);
    List<Hit> hits =
        best(
            new History(new int[] {item}, new float[] {weight}),
            Exclusions.of(filter, versions, index),
            versions,
            Set.of(seed.ordinal()),
            k);
    return index.tracks(hits, versions);
  }

  /**
   * The tracks that a listener would like most, the best first, then in catalogue order. Their
   * scores can be compared with each other only.
   *
   * @param history of items
   * @param excluded ordinals of tracks that may not be answered; with {@link Versions#ONE}, no
   *     version of their recordings
   * @return at most k; nothing for a listener of whom nothing is known
   */
  public List<Hit> best(
      History history, TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException {
    if (!(trained.model() instanceof FactorModel factored)) {
      return bestOf(scores(history), filter, versions, excluded, k);
    }
    double[] listener = factored.vector(history);
    float[] vector = new float[listener.length];
    for (int f = 0; f < vector.length; f++) {
      vector[f] = (float) listener[f];
    }
    if (isZero(vector)) {
      return List.of();
    }
    VectorSpace factors = space.orElseThrow();
    return index
        .neighbours(new NearestQuery(factors, vector, k, filter, versions, excluded))
        .stream()
        .map(
            neighbour ->
                new Hit(
                    neighbour.ordinal(),
                    factors.metric().matchScore(neighbour.distance()),
                    Double.NaN))
        .toList();
  }

  private float[] scores(History history) {
    float[] scores = new float[ordinals.length];
    trained.model().score(history, scores);
    return scores;
  }

  private List<Hit> bestOf(
      float[] scores, TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException {
    int[] best = inOrder(scores);
    List<Hit> hits = new ArrayList<>();
    int size = FIRST;
    for (int from = 0; from < best.length; from += size, size *= 2) {
      if (hits.size() >= k && scores[items[best[from]]] < hits.get(k - 1).score()) {
        break;
      }
      int[] some = Arrays.copyOfRange(best, from, Math.min(best.length, from + size));
      for (int ordinal : admitted(some, filter, versions, excluded)) {
        hits.add(new Hit(ordinal, scores[item(ordinal)], Double.NaN));
      }
    }
    hits.sort(BEST_FIRST); // other versions than those that stand for them have other places
    return hits.subList(0, Math.min(k, hits.size()));
  }

  /** The tracks that stand for items of a score above 0, the best first. */
  private int[] inOrder(float[] scores) {
    return IntStream.range(0, scores.length)
        .filter(item -> scores[item] > 0 && ordinals[item] != NONE)
        .mapToLong(item -> (long) ~Float.floatToIntBits(scores[item]) << 32 | ordinals[item])
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

  private static boolean isZero(float[] vector) {
    for (float number : vector) {
      if (number != 0) {
        return false;
      }
    }
    return true;
  }
}
