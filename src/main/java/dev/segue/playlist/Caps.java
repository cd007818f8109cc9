package dev.segue.playlist;

import dev.segue.catalog.Track;
import dev.segue.recommend.Variety;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How many of some chosen tracks each artist and each album has, and may have. Names are numbered,
 * so that it is quick to ask. For one thread.
 */
final class Caps {
  /** The numbers of every track's artists. */
  private final int[][] artists;

  /** The numbers of every track's artists and albums. */
  private final int[][] names;

  /** The cap of every name. */
  private final List<Integer> caps = new ArrayList<>();

  private final int[] counts;

  /** Caps on some tracks, of which none is chosen yet. */
  Caps(List<Track> tracks, Variety variety) {
    artists = numbers(tracks, variety.maxPerArtist(), Variety::artists);
    int[][] albums = numbers(tracks, variety.maxPerAlbum(), Variety::albums);
    names = new int[artists.length][];
    for (int i = 0; i < names.length; i++) {
      names[i] = IntStream.concat(Arrays.stream(artists[i]), Arrays.stream(albums[i])).toArray();
    }
    counts = new int[caps.size()];
  }

  private int[][] numbers(List<Track> tracks, int cap, Function<Track, Set<String>> namesOf) {
    Map<String, Integer> known = new HashMap<>();
    int[][] numbers = new int[tracks.size()][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          namesOf.apply(tracks.get(i)).stream()
              .mapToInt(
                  name ->
                      known.computeIfAbsent(
                          name,
                          unknown -> {
                            caps.add(cap);
                            return caps.size() - 1;
                          }))
              .toArray();
    }
    return numbers;
  }

  /** Whether two tracks have an artist in common. */
  boolean shareArtist(int track, int other) {
    for (int artist : artists[track]) {
      for (int another : artists[other]) {
        if (artist == another) {
          return true;
        }
      }
    }
    return false;
  }

  /** A track was chosen. */
  void add(int track) {
    for (int name : names[track]) {
      counts[name]++;
    }
  }

  /** A track is no longer chosen. */
  void remove(int track) {
    for (int name : names[track]) {
      counts[name]--;
    }
  }

  /** Whether no artist and no album of a track that was chosen has too many. */
  boolean hold(int track) {
    for (int name : names[track]) {
      if (counts[name] > caps.get(name)) {
        return false;
      }
    }
    return true;
  }
}
