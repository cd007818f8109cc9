package dev.segue.index;

import dev.segue.catalog.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Tracks taken for versions of each other at random; half of the recordings have just one. */
public final class RandomRecordings {
  private static final int MOST_VERSIONS = 6;

  private RandomRecordings() {}

  /**
   * The recording of each track: the ordinals of its versions, first one that stands for it, then
   * the most popular.
   */
  public static List<List<Integer>> of(List<Track> tracks, Random random) {
    Comparator<Integer> mostPopularFirst =
        Comparator.comparingInt((Integer ordinal) -> -popularity(tracks.get(ordinal)))
            .thenComparingInt(ordinal -> ordinal);
    List<List<Integer>> recordings = new ArrayList<>(Collections.nCopies(tracks.size(), null));
    List<Integer> left = new ArrayList<>(IntStream.range(0, tracks.size()).boxed().toList());
    Collections.shuffle(left, random);
    while (!left.isEmpty()) {
      int size =
          random.nextBoolean() ? 1 : Math.min(left.size(), 1 + random.nextInt(MOST_VERSIONS));
      List<Integer> recording = new ArrayList<>(left.subList(0, size));
      left.subList(0, size).clear();
      Collections.swap(recording, 0, random.nextInt(size)); // whichever the rule says
      recording.subList(1, size).sort(mostPopularFirst);
      recording.forEach(ordinal -> recordings.set(ordinal, recording));
    }
    return recordings;
  }

  private static int popularity(Track track) {
    return track.popularity() == null ? 0 : track.popularity();
  }
}
