package dev.segue.listener;

import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.Hit;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What one listener would think of the tracks of an index. For one thread. */
interface Opinion {
  /** See {@link TrackTaste#best}. */
  List<Hit> best(TrackFilter filter, Versions versions, Set<Integer> excluded, int k)
      throws IOException;

  /** The score of a track, that of its recording; NaN for one that the model does not know. */
  double score(int ordinal);

  /** The scores of {@link TrackTaste#sample}. */
  double[] sample();

  /** What each item of the history adds to that score, {@code double[history]}. */
  double[] contributions(int ordinal);
}
