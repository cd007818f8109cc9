package dev.segue.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Track;
import dev.segue.index.RandomTracks;
import dev.segue.recommend.Variety;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search, against trying everything. */
class ArrangementTest {
  private static final int POOL = 8;
  private static final int PLACES = 4;
  private static final double SCALE = .5;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void comesNearTheBestThatThereIs() {
    double reached = 0;
    double possible = 0;
    for (int question = 0; question < 200; question++) {
      List<Track> tracks = new RandomTracks(random.nextLong()).list(POOL);
      double[] values = random.doubles(POOL).toArray();
      float[][] likeness = likeness();
      double[] curve = random.doubles(PLACES).toArray();
      long wanted = random.nextBoolean() ? -1 : 20 * 60_000;
      int spacing = random.nextInt(3);
      int perArtist = 1 + random.nextInt(2);
      Variety variety =
          new Variety(random.nextInt(3) / 4.0, perArtist, 1 + random.nextInt(2), spacing);
      if (!allows(tracks, List.of(0, 1, 2, 3), variety)) {
        continue; // the pool begins with what may be played
      }
      Arrangement arrangement =
          new Arrangement(tracks, values, likeness, SCALE, variety, curve, wanted);
      Question asked = new Question(tracks, values, likeness, variety, curve, wanted);
      List<Integer> first = Arrays.stream(arrangement.order()).boxed().toList();
      assertThat(allows(tracks, first, variety)).as("seed %d: %s", seed, first).isTrue();
      double start = asked.sum(first);
      assertThat(arrangement.sum()).isCloseTo(start, within(1e-6));
      List<Integer> found = new ArrayList<>();
      for (int track : arrangement.search()) {
        found.add(track);
      }
      double sum = asked.sum(found);
      assertThat(found).as("seed %d", seed).doesNotHaveDuplicates().hasSize(PLACES);
      assertThat(allows(tracks, found, variety)).as("seed %d: %s", seed, found).isTrue();
      assertThat(arrangement.sum()).isCloseTo(sum, within(1e-6));
      double best = best(asked, new ArrayList<>());
      assertThat(sum).as("seed %d", seed).isBetween(start, best + 1e-6);
      reached += sum - start;
      possible += best - start;
    }
    assertThat(reached / possible).as("seed %d: share of the gain", seed).isGreaterThan(.9);
  }

  @Test
  void thousandsOfMovesAreEnoughForTheLongestPlaylists() {
    int size = 1_000;
    int places = 700;
    List<Track> tracks = new RandomTracks(random.nextLong()).list(size);
    double[] values = random.doubles(size).toArray();
    Variety anything = new Variety(0, Variety.NO_LIMIT, Variety.NO_LIMIT, 0);
    Arrangement arrangement =
        new Arrangement(
            tracks,
            values,
            new float[size][size],
            SCALE,
            anything,
            random.doubles(places).toArray(),
            -1);
    double start = arrangement.sum();
    int[] order = arrangement.search();
    assertThat(IntStream.of(order).distinct().count()).isEqualTo(places);
    assertThat(arrangement.sum() - start).as("seed %d", seed).isGreaterThan(.3 * places * SCALE);
  }

  @Test
  void whatAPlaceLosesIsTold() {
    List<Track> tracks = new RandomTracks(random.nextLong()).list(POOL);
    double[] values = random.doubles(POOL).toArray();
    double[] curve = random.doubles(PLACES).toArray();
    Arrangement arrangement =
        new Arrangement(tracks, values, likeness(), SCALE, Variety.DEFAULT, curve, -1);
    int[] order = arrangement.search();
    double sum = 0;
    for (int place = 0; place < PLACES; place++) {
      sum += values[order[place]] - arrangement.sameness(place);
      sum -= arrangement.offCurve(place) + arrangement.roughness(place);
    }
    assertThat(sum).as("seed %d", seed).isCloseTo(arrangement.sum(), within(1e-9));
    assertThat(arrangement.roughness(0)).isZero();
  }

  /** Match scores of every two tracks. */
  private float[][] likeness() {
    float[][] likeness = new float[POOL][POOL];
    for (int i = 0; i < POOL; i++) {
      for (int j = 0; j < i; j++) {
        likeness[i][j] = random.nextFloat();
        likeness[j][i] = likeness[i][j];
      }
    }
    return likeness;
  }

  /** The largest sum of all orders that go on from a beginning. */
  private static double best(Question asked, List<Integer> begun) {
    if (begun.size() == PLACES) {
      return allows(asked.tracks(), begun, asked.variety())
          ? asked.sum(begun)
          : Double.NEGATIVE_INFINITY;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int track = 0; track < POOL; track++) {
      if (!begun.contains(track)) {
        begun.addLast(track);
        best = Math.max(best, best(asked, begun));
        begun.removeLast();
      }
    }
    return best;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Question(
      List<Track> tracks,
      double[] values,
      float[][] likeness,
      Variety variety,
      double[] curve,
      long wanted) {
    /** The formula as it is written. */
    double sum(List<Integer> order) {
      double sum = 0;
      long millis = 0;
      for (int place = 0; place < order.size(); place++) {
        int number = order.get(place);
        Track track = tracks.get(number);
        millis += track.durationMillis();
        sum += values[number];
        sum -= SCALE * 4 * Math.abs(track.audio().energy() - curve[place]);
        sum -=
            variety.diversity()
                * order.stream()
                    .filter(other -> other != number)
                    .mapToDouble(other -> likeness[number][other])
                    .average()
                    .orElse(0);
        if (place > 0) {
          Track before = tracks.get(order.get(place - 1));
          sum -=
              SCALE
                  * .5
                  * (shareArtist(before, track) ? 1 : Transition.between(before, track).cost());
        }
      }
      return wanted < 0 ? sum : sum - SCALE * Math.abs(millis - wanted) / 10_000.0;
    }
  }

  private static boolean allows(List<Track> tracks, List<Integer> order, Variety variety) {
    for (int i = 0; i < order.size(); i++) {
      Track track = tracks.get(order.get(i));
      for (int j = Math.max(0, i - variety.spacing()); j < i; j++) {
        if (shareArtist(tracks.get(order.get(j)), track)) {
          return false;
        }
      }
      for (String album : Variety.albums(track)) {
        long times =
            order.stream().filter(each -> Variety.albums(tracks.get(each)).contains(album)).count();
        if (times > variety.maxPerAlbum()) {
          return false;
        }
      }
      for (String artist : Variety.artists(track)) {
        long times =
            order.stream()
                .filter(each -> Variety.artists(tracks.get(each)).contains(artist))
                .count();
        if (times > variety.maxPerArtist()) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean shareArtist(Track one, Track other) {
    return !Collections.disjoint(Variety.artists(one), Variety.artists(other));
  }
}
