package dev.segue.recording;

import dev.segue.catalog.Track;
import dev.segue.query.NameKey;
import dev.segue.query.RecordingTitle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Finds the tracks that are one recording: record linkage (Fellegi & Sunter 1969) with title and
 * main artist as the blocking key, then leader clustering (Hartigan 1975, "Clustering algorithms",
 * chapter 3) of each block by {@link Sound}, the most popular first, so that every version sounds
 * like the most popular. For one thread.
 *
 * <p>O(n log n) for the blocks, O(b²) at worst for a block of b tracks; more than {@value #MOST}
 * tracks of one title and artist have no names but stand-ins for names, and stay apart. Keeps some
 * 52 bytes a track. Keys are hashes of 64 bits; two that are the same by chance would have to sound
 * the same, too.
 */
public final class RecordingLinkage {
  private static final int MOST = 1_000;

  private long[] keys = new long[1024];
  private int[] artists = new int[1024];
  private byte[] popularities = new byte[1024];

  /** 0 where it is unknown. */
  private short[] years = new short[1024];

  private float[] sounds = new float[1024 * Sound.NUMBERS];
  private int size;

  /** Takes the next track of the catalogue. */
  public void add(Track track) {
    if (size == keys.length) {
      int more = size + size / 2;
      keys = Arrays.copyOf(keys, more);
      artists = Arrays.copyOf(artists, more);
      popularities = Arrays.copyOf(popularities, more);
      years = Arrays.copyOf(years, more);
      sounds = Arrays.copyOf(sounds, Math.multiplyExact(more, Sound.NUMBERS));
    }
    List<String> names = track.artists().stream().map(NameKey::of).toList();
    keys[size] = key(RecordingTitle.of(track.name(), track.artists()), names.getFirst());
    artists[size] = Set.copyOf(names).hashCode();
    popularities[size] = (byte) (track.popularity() == null ? 0 : track.popularity());
    years[size] = track.year() == null ? 0 : track.year().shortValue();
    Sound.write(track, sounds, size * Sound.NUMBERS);
    size++;
  }

  private static long key(String title, String mainArtist) {
    String key = title + "\n\n" + mainArtist;
    return MurmurHash3.hash128x64(key.getBytes(StandardCharsets.UTF_8))[0];
  }

  /**
   * Links the tracks that were added.
   *
   * @param rule says which version stands for a recording, but not which tracks are one
   */
  public Recordings link(Foremost rule) {
    int[] foremost = new int[size];
    Arrays.setAll(foremost, ordinal -> ordinal);
    Comparator<Integer> mostPopularFirst =
        Comparator.comparingInt((Integer ordinal) -> -popularities[ordinal])
            .thenComparingInt(ordinal -> ordinal);
    Comparator<Integer> bestFirst =
        Comparator.<Integer>comparingInt(ordinal -> rank(ordinal, rule))
            .thenComparing(mostPopularFirst);
    for (List<Integer> block : blocks()) {
      block.sort(mostPopularFirst);
      Map<Integer, List<Integer>> versions = new LinkedHashMap<>();
      for (int ordinal : block) {
        versions
            .computeIfAbsent(leader(ordinal, versions.keySet()), unused -> new ArrayList<>())
            .add(ordinal);
      }
      for (List<Integer> recording : versions.values()) {
        int best = Collections.min(recording, bestFirst);
        recording.forEach(ordinal -> foremost[ordinal] = best);
      }
    }
    return new Recordings(foremost);
  }

  /** The lower, the sooner a version stands for its recording. */
  private int rank(int ordinal, Foremost rule) {
    return switch (rule) {
      case MOST_POPULAR -> 0;
      case EARLIEST -> years[ordinal] == 0 ? Short.MAX_VALUE : years[ordinal];
      case LATEST -> -years[ordinal];
    };
  }

  /** The first leader that sounds like a track; the track itself where none does. */
  private int leader(int ordinal, Collection<Integer> leaders) {
    for (int leader : leaders) {
      if (Sound.same(
          sounds,
          leader * Sound.NUMBERS,
          ordinal * Sound.NUMBERS,
          artists[leader] == artists[ordinal])) {
        return leader;
      }
    }
    return ordinal;
  }

  /** The tracks of each key that more than one has. */
  private List<List<Integer>> blocks() {
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.parallelSort(sorted);
    Map<Long, List<Integer>> blocks = new HashMap<>();
    for (int i = 1; i < size; i++) {
      if (sorted[i] == sorted[i - 1]) {
        blocks.computeIfAbsent(sorted[i], key -> new ArrayList<>());
      }
    }
    for (int ordinal = 0; ordinal < size; ordinal++) {
      List<Integer> block = blocks.get(keys[ordinal]);
      if (block != null) {
        block.add(ordinal);
      }
    }
    return blocks.values().stream().filter(block -> block.size() <= MOST).toList();
  }
}
