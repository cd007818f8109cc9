package dev.segue.listener;

import dev.segue.index.Exclusions;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.listening.model.FactorModel;
import dev.segue.listening.model.History;
import dev.segue.listening.model.Largest;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import dev.segue.rank.ScoredTrack;
import dev.segue.vector.FactorSpace;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
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

  private static final int SAMPLE = 1_000;

  static final int NONE = -1;

  private final TrainedTaste trained;
  private final TrackIndex index;
  private final Optional<FactorSpace> space;

  /** The tracks that stand for items, ascending. */
  private final int[] recordings;

  private final int[] mostPopular;

  /** Of each track the item of its recording, or {@link #NONE}. */
  private final int[] items;

  private final int[] sample;
  private final LikingScale scale;
  private final LikingScale popularityScale;

  /**
   * Finds the items of a model in an index.
   *
   * @param index also has their vectors, attached in {@link #space}, before it is asked for any
   */
  public TrackTaste(TrainedTaste trained, TrackIndex index) throws IOException {
    this.trained = trained;
    this.index = index;
    space = space(trained);
    items = new int[index.size()];
    Arrays.fill(items, NONE);
    for (int item = 0; item < trained.items().size(); item++) {
      List<Integer> found = index.ordinals(trained.items().get(item));
      int recording = found.isEmpty() ? NONE : index.versions(found.getFirst()).getFirst();
      if (recording != NONE && items[recording] == NONE) { // of what became one, the first
        items[recording] = item;
      }
    }
    recordings = IntStream.range(0, items.length).filter(track -> items[track] != NONE).toArray();
    for (int recording : recordings) {
      for (int version : index.versions(recording)) {
        items[version] = items[recording];
      }
    }
    int size = space.isPresent() ? Math.min(SAMPLE, recordings.length) : recordings.length;
    sample =
        IntStream.range(0, size)
            .map(i -> items[recordings[(int) ((long) i * recordings.length / size)]])
            .toArray();
    int[] likings = LikingScale.sample(sample.length).toArray();
    scale = LikingScale.ofTaste(likings.length, liking -> saidBy(likings[liking]));
    popularityScale =
        LikingScale.ofPopularity(
            Arrays.stream(recordings).map(track -> trained.popularity()[items[track]]).toArray());
    mostPopular = largest(recordings.length, item -> trained.popularity()[item]);
  }

  /** What the liking of one of the sample says of the others. */
  private double[] saidBy(int liking) {
    double[] scores = opinion(liking(sample[liking])).sample();
    return IntStream.range(0, scores.length)
        .filter(other -> other != liking)
        .mapToDouble(other -> scores[other])
        .toArray();
  }

  private History liking(int item) {
    return new History(new int[] {item}, new float[] {TasteKind.weight(trained.settings(), 1)});
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

  /** Its kind and settings. */
  public String model() {
    return trained.settings().toString();
  }

  /** When it was trained. */
  public Instant trainedAt() {
    return trained.trainedAt();
  }

  /** How many listeners it learned from. */
  public int listeners() {
    return trained.listeners();
  }

  /** How many recordings of the index it knows. */
  public int recordings() {
    return recordings.length;
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

  /** The item of a track's recording, or {@link #NONE}. */
  int item(int ordinal) {
    return items[ordinal];
  }

  /**
   * What else those like who listen to a track: what somebody would be recommended who has listened
   * to nothing else.
   *
   * @param k at least 1
   * @throws RequestException when nobody listened to the track, or the model says the same of all
   */
  public List<ScoredTrack> similar(IndexedTrack seed, int k, TrackFilter filter, Versions versions)
      throws IOException {
    if (trained.settings().kind() == TasteKind.POPULARITY) {
      throw new RequestException(
          Code.NO_VECTOR,
          "space",
          "The model of taste is popularity, which says nothing of one track. Ask in another"
              + " space.");
    }
    int item = item(seed.ordinal());
    if (item == NONE) {
      throw new RequestException(
          Code.NO_VECTOR,
          "space",
          "Track '%s' has no place in taste: none of the listeners whom the model learned from has"
                  .formatted(seed.track().id())
              + " listened to it. Ask in another space.");
    }
    List<Hit> hits =
        best(
            liking(item),
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
    return opinion(history).best(filter, versions, excluded, k);
  }

  /** What a listener with some history would think of tracks. */
  Opinion opinion(History history) {
    return trained.model() instanceof FactorModel factored
        ? new FactorOpinion(this, index, space.orElseThrow(), factored, factored.listener(history))
        : new ScoredOpinion(this, trained.model(), history);
  }

  /** The measure of scores. */
  LikingScale scale() {
    return scale;
  }

  /** How popular a track is among listeners, by its scale; NaN where the model does not know it. */
  double popularity(int ordinal) {
    int item = item(ordinal);
    return item == NONE ? Double.NaN : popularityScale.of(trained.popularity()[item]);
  }

  /** What most listeners have, the most popular first. */
  List<Hit> popular(TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException {
    IntFunction<int[]> largest =
        size -> Arrays.copyOf(mostPopular, Math.min(size, mostPopular.length));
    return new ScoredTracks(index, largest, track -> trained.popularity()[items[track]])
        .best(filter, versions, excluded, k);
  }

  /** The tracks that stand for items with scores above 0. */
  ScoredTracks scored(IntToDoubleFunction scores) {
    return new ScoredTracks(
        index, size -> largest(size, scores), track -> scores.applyAsDouble(items[track]));
  }

  private int[] largest(int size, IntToDoubleFunction scores) {
    int[] places =
        Largest.of(
            recordings.length,
            Math.max(1, size),
            place -> {
              double score = scores.applyAsDouble(items[recordings[place]]);
              return score > 0 ? score : Double.NEGATIVE_INFINITY;
            });
    return Arrays.stream(places).map(place -> recordings[place]).toArray();
  }

  /**
   * Some of the items that tracks stand for, always the same: {@value #SAMPLE} where there are
   * factors; all where a liking may say something of a few only.
   */
  int[] sample() {
    return sample;
  }

  static boolean isZero(float[] vector) {
    for (float number : vector) {
      if (number != 0) {
        return false;
      }
    }
    return true;
  }
}
