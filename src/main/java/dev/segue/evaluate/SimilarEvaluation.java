package dev.segue.evaluate;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.query.NameKey;
import dev.segue.query.RequestException;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.recommend.Recommender;
import dev.segue.recommend.SimilarRequest;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Asks for the tracks most like random tracks of an index, and measures with what it knows besides
 * their sound: a space is the better the more it brings artists, albums and genres together
 * (precision at ten; Pohle, Schnitzer, Schedl, Knees & Widmer 2009, "On rhythm and general music
 * similarity", section 4, with artists not left out but counted), without answering the same to
 * everything.
 */
public final class SimilarEvaluation {
  private static final int LENGTH = 10;

  private final TrackIndex index;
  private final Recommender recommender;
  private final Options options;
  private final Progress progress;

  /**
   * What is asked.
   *
   * @param sample which questions
   * @param half only tracks by main artists of this half; they are looked for among all
   * @param spaces in which; every further one is compared with the first
   */
  public record Options(Sample sample, Optional<Half> half, List<FeatureSpace> spaces) {
    /** Copies. */
    public Options {
      spaces = List.copyOf(spaces);
    }
  }

  public SimilarEvaluation(
      TrackIndex index, Recommender recommender, Options options, Progress progress) {
    this.index = index;
    this.recommender = recommender;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Asks everything.
   *
   * @throws RequestException when no track can be asked about
   */
  public SimilarReport run() throws IOException {
    List<Integer> seeds = seeds();
    if (seeds.isEmpty()) {
      throw RequestException.invalid(
          "half", "No track of this index has a place in every space asked for.");
    }
    int recordings = recordings();
    List<SimilarAnswers> answers = new ArrayList<>();
    progress.begin("Measuring", (long) seeds.size() * options.spaces().size(), "questions");
    try {
      for (FeatureSpace space : options.spaces()) {
        answers.add(ask(space, seeds, recordings));
      }
    } finally {
      progress.end();
    }
    List<Difference> differences = new ArrayList<>();
    for (SimilarAnswers others : answers.subList(1, answers.size())) {
      differences.addAll(others.less(answers.getFirst(), new Random(options.sample().seed())));
    }
    return new SimilarReport(
        index.size(),
        recordings,
        seeds.size(),
        options.sample().seed(),
        options.half().map(Half::name).orElse(null),
        answers.stream().map(SimilarAnswers::row).toList(),
        differences);
  }

  private SimilarAnswers ask(FeatureSpace space, List<Integer> seeds, int recordings)
      throws IOException {
    SimilarRequest one = request(space, Versions.ONE);
    SimilarRequest all = request(space, Versions.ALL);
    SimilarAnswers answers =
        new SimilarAnswers(space.name(), new Occurrences(recordings, index.size()));
    for (int seed : seeds) {
      long start = System.nanoTime();
      int[] ordinals = ordinals(recommender.neighbours(seed, one));
      long nanos = System.nanoTime() - start;
      List<Track> tracks = new ArrayList<>(LENGTH);
      for (int ordinal : ordinals) {
        tracks.add(index.track(ordinal));
      }
      double repeated = repeated(seed, ordinals(recommender.neighbours(seed, all)));
      answers.add(index.track(seed), tracks, ordinals, repeated, nanos);
      progress.advance(1);
    }
    return answers;
  }

  /** The share of an answer's places that hold another version of the seed or of a nearer track. */
  private double repeated(int seed, int[] ordinals) {
    Set<Integer> recordings = new HashSet<>();
    recordings.add(recording(seed));
    int repeated = 0;
    for (int ordinal : ordinals) {
      repeated += recordings.add(recording(ordinal)) ? 0 : 1;
    }
    return ordinals.length == 0 ? 0 : (double) repeated / ordinals.length;
  }

  /** Tracks of the half asked for that have a place in every space, in random order. */
  private List<Integer> seeds() throws IOException {
    List<Integer> seeds = new ArrayList<>();
    int[] order = RandomOrder.of(index.size(), new Random(options.sample().seed()));
    for (int i = 0; i < order.length && seeds.size() < options.sample().queries(); i++) {
      String artist = NameKey.of(index.track(order[i]).artists().getFirst());
      if (options.half().map(half -> half.takes(artist)).orElse(true) && isPlaced(order[i])) {
        seeds.add(order[i]);
      }
    }
    return seeds;
  }

  private boolean isPlaced(int ordinal) throws IOException {
    for (FeatureSpace space : options.spaces()) {
      if (index.vector(space, ordinal).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private int recordings() {
    return (int) IntStream.range(0, index.size()).filter(i -> recording(i) == i).count();
  }

  /** The track that stands for a track's recording. */
  private int recording(int ordinal) {
    return index.versions(ordinal).getFirst();
  }

  private static SimilarRequest request(FeatureSpace space, Versions versions) {
    return new SimilarRequest(space, LENGTH, TrackFilter.EVERYTHING, versions);
  }

  private static int[] ordinals(List<Neighbour> neighbours) {
    return neighbours.stream().mapToInt(Neighbour::ordinal).toArray();
  }
}
