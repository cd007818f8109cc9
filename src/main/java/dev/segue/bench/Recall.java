package dev.segue.bench;

import dev.segue.catalog.Progress;
import dev.segue.index.IndexedTrack;
import dev.segue.index.NearestQuery;
import dev.segue.index.Neighbour;
import dev.segue.index.TrackIndex;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How many of the nearest tracks an approximate space finds: {@code recall@k = Σ found / Σ k} over
 * all questions, where an answer is found when it is no farther than the k-th nearest of all other
 * tracks. So it does not matter which of several equally far ones are answered.
 *
 * <p>Every track's distance from every question is taken, in one pass: {@code O(tracks ×
 * questions)}.
 */
final class Recall {
  private final TrackIndex index;
  private final FeatureSpace space;
  private final int k;

  Recall(TrackIndex index, FeatureSpace space, int k) {
    this.index = index;
    this.space = space;
    this.k = k;
  }

  /**
   * Asks about each of the tracks, and counts; 1 when they are alone in the space.
   *
   * @param seeds have places in the space
   */
  double of(List<IndexedTrack> seeds, Progress progress) throws IOException {
    List<PriorityQueue<Double>> nearest = nearest(seeds, progress);
    long found = 0;
    long all = 0;
    for (int i = 0; i < seeds.size(); i++) {
      if (!nearest.get(i).isEmpty()) {
        found += found(seeds.get(i), nearest.get(i).element());
        all += nearest.get(i).size();
      }
    }
    return all == 0 ? 1 : (double) found / all;
  }

  private long found(IndexedTrack seed, double farthest) throws IOException {
    float[] point = vector(seed.ordinal());
    long found = 0;
    NearestQuery query =
        new NearestQuery(
            space, point, k, TrackFilter.EVERYTHING, Versions.ALL, Set.of(seed.ordinal()));
    for (Neighbour answer : index.neighbours(query)) {
      if (space.metric().distance(point, vector(answer.ordinal())) <= farthest) {
        found++;
      }
    }
    return found;
  }

  /** The k smallest distances from each track to others, the largest of them on top. */
  private List<PriorityQueue<Double>> nearest(List<IndexedTrack> seeds, Progress progress)
      throws IOException {
    List<float[]> points = new ArrayList<>();
    List<PriorityQueue<Double>> nearest = new ArrayList<>();
    for (IndexedTrack seed : seeds) {
      points.add(vector(seed.ordinal()));
      nearest.add(new PriorityQueue<>(Comparator.reverseOrder()));
    }
    progress.begin("Measuring recall in " + space.name(), index.size(), "tracks");
    try {
      for (int ordinal = 0; ordinal < index.size(); ordinal++) {
        float[] vector = index.vector(space, ordinal).orElse(null);
        for (int i = 0; vector != null && i < seeds.size(); i++) {
          if (seeds.get(i).ordinal() != ordinal) {
            keep(space.metric().distance(points.get(i), vector), nearest.get(i));
          }
        }
        progress.advance(1);
      }
    } finally {
      progress.end();
    }
    return nearest;
  }

  private void keep(double distance, PriorityQueue<Double> smallest) {
    if (smallest.size() < k) {
      smallest.add(distance);
    } else if (distance < smallest.element()) {
      smallest.remove();
      smallest.add(distance);
    }
  }

  private float[] vector(int ordinal) throws IOException {
    return index.vector(space, ordinal).orElseThrow();
  }
}
