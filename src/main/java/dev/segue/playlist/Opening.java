package dev.segue.playlist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What an {@link Arrangement} begins with: at each place the track of the highest value that may
 * stand there. O(places · pool). For one thread.
 *
 * @param values one for each track of the pool
 * @param caps of which no track is chosen, before and after
 * @param spacing how many tracks stand between two by one artist at least
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Opening(double[] values, Caps caps, int spacing) {

  /** The tracks for so many places, in order; empty where caps and spacing leave too few. */
  Optional<int[]> of(int places) {
    List<Integer> left = new ArrayList<>();
    IntStream.range(0, values.length).forEach(left::add);
    left.sort(Comparator.comparingDouble(track -> -values[track]));
    int[] chosen = new int[places];
    int count = 0;
    while (count < places) {
      OptionalInt next = next(left, chosen, count);
      if (next.isEmpty()) {
        break;
      }
      chosen[count] = left.remove(/* index */ next.getAsInt());
      caps.add(chosen[count]);
      count++;
    }
    for (int place = 0; place < count; place++) {
      caps.remove(chosen[place]);
    }
    return count == places ? Optional.of(chosen) : Optional.empty();
  }

  /** The position of the first that may stand after those before. */
  private OptionalInt next(List<Integer> left, int[] before, int count) {
    return IntStream.range(0, left.size())
        .filter(i -> holds(left.get(i)) && !wasJustThere(left.get(i), before, count))
        .findFirst();
  }

  private boolean holds(int track) {
    caps.add(track);
    boolean holds = caps.hold(track);
    caps.remove(track);
    return holds;
  }

  private boolean wasJustThere(int track, int[] before, int count) {
    return IntStream.range(Math.max(0, count - spacing), count)
        .anyMatch(place -> caps.shareArtist(before[place], track));
  }
}
