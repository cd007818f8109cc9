package dev.segue.evaluate;

import dev.segue.catalog.Track;
import dev.segue.evaluate.SeedMix.Kind;
import dev.segue.index.TrackIndex;
import dev.segue.query.NameKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Draws mixes from an index: of each recording the track that stands for it. */
final class SeedMixes {
  /** Whoever has fewer recordings is not asked about: there would be little to find. */
  private static final int LEAST_RECORDINGS = 2 * SeedMix.SIZE;

  private static final int OF_FIRST_GENRE = 3;

  private final TrackIndex index;
  private final Random random;
  private final Map<String, List<Integer>> byArtist = new TreeMap<>();
  private final Map<String, List<Integer>> byGenre = new TreeMap<>();

  SeedMixes(TrackIndex index, Random random) throws IOException {
    this.index = index;
    this.random = random;
    for (int ordinal = 0; ordinal < index.size(); ordinal++) {
      if (index.versions(ordinal).getFirst() == ordinal) {
        Track track = index.track(ordinal);
        add(byArtist, NameKey.of(track.artists().getFirst()), ordinal);
        for (String genre : track.genres()) {
          add(byGenre, genre, ordinal);
        }
      }
    }
    byArtist.values().removeIf(recordings -> recordings.size() < LEAST_RECORDINGS);
    byGenre.values().removeIf(recordings -> recordings.size() < LEAST_RECORDINGS);
  }

  private static void add(Map<String, List<Integer>> lists, String name, int ordinal) {
    lists.computeIfAbsent(name, unknown -> new ArrayList<>()).add(ordinal);
  }

  /** So many mixes of a kind; none where the catalogue has too few artists or genres. */
  List<SeedMix> draw(Kind kind, int count) throws IOException {
    List<SeedMix> mixes = new ArrayList<>();
    List<String> names = List.copyOf((kind == Kind.ONE_ARTIST ? byArtist : byGenre).keySet());
    if (names.size() < 2) {
      return mixes;
    }
    while (mixes.size() < count) {
      String name = names.get(random.nextInt(names.size()));
      mixes.add(
          switch (kind) {
            case ONE_ARTIST -> byOne(name);
            case TWO_GENRES -> ofTwo(name, names.get(random.nextInt(names.size())));
          });
    }
    return mixes;
  }

  private SeedMix byOne(String artist) throws IOException {
    List<Track> seeds = some(byArtist.get(artist), SeedMix.SIZE);
    Set<String> genres = new HashSet<>();
    seeds.forEach(track -> genres.addAll(track.genres()));
    return new SeedMix(Kind.ONE_ARTIST, seeds, artist, genres);
  }

  private SeedMix ofTwo(String first, String second) throws IOException {
    List<Track> seeds = some(byGenre.get(first), OF_FIRST_GENRE);
    seeds.addAll(some(byGenre.get(second), SeedMix.SIZE - OF_FIRST_GENRE));
    return new SeedMix(Kind.TWO_GENRES, seeds, null, new HashSet<>(List.of(first, second)));
  }

  private List<Track> some(List<Integer> ordinals, int count) throws IOException {
    List<Integer> shuffled = new ArrayList<>(ordinals);
    Collections.shuffle(shuffled, random);
    List<Track> tracks = new ArrayList<>();
    for (int ordinal : shuffled.subList(0, count)) {
      tracks.add(index.track(ordinal));
    }
    return tracks;
  }
}
