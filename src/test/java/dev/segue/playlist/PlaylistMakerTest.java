package dev.segue.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.NumericField;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.TestIndex;
import dev.segue.index.TrackIndex;
import dev.segue.playlist.Playlist.Entry;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.ScorePart;
import dev.segue.recommend.Conditions;
import dev.segue.recommend.Recommendation.WhyFewer;
import dev.segue.recommend.Seed;
import dev.segue.recommend.Variety;
import dev.segue.recommend.Wishes;
import dev.segue.vector.FeatureSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Playlists of a generated catalogue, which has re-releases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaylistMakerTest {
  private static final int TRACKS = 3_000;
  private static final Variety VARIETY = new Variety(.2, 2, 1, 3);

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private Engine engine;
  private Snapshot snapshot;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(TRACKS, 11).forEach(tracks::add);
    TestIndex index = new TestIndex(folder);
    index.build(tracks);
    engine = index.open();
    snapshot = engine.snapshot();
  }

  @AfterAll
  void close() throws Exception {
    snapshot.close();
    engine.close();
  }

  @ParameterizedTest
  @EnumSource(EnergyCurve.Shape.class)
  void asManyTracksAsWantedWithinTheirCaps(EnergyCurve.Shape shape) throws Exception {
    EnergyCurve curve =
        shape == EnergyCurve.Shape.POINTS
            ? EnergyCurve.through(List.of(.1, .9, .2))
            : new EnergyCurve(shape, List.of());
    for (int question = 0; question < 10; question++) {
      Playlist playlist = make(seeds(3), new PlaylistRequest.Tracks(25), curve, 1);
      assertThat(playlist.entries()).hasSize(25);
      assertThat(playlist.whyFewer()).isEmpty();
      assertThat(playlist.pool().afterVariety()).isGreaterThanOrEqualTo(25);
      assertCapsHold(playlist);
      assertPartsAddUp(playlist);
    }
  }

  private void assertCapsHold(Playlist playlist) {
    TrackIndex index = snapshot.index();
    Set<Integer> recordings = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    List<Entry> entries = playlist.entries();
    for (int i = 0; i < entries.size(); i++) {
      Track track = entries.get(i).hit().track();
      assertThat(recordings.add(index.versions(entries.get(i).hit().ordinal()).getFirst()))
          .as("a recording once, seed %d", seed)
          .isTrue();
      for (int j = Math.max(0, i - VARIETY.spacing()); j < i; j++) {
        assertThat(Variety.artists(entries.get(j).hit().track()))
            .as("spacing, seed %d", seed)
            .doesNotContainAnyElementsOf(Variety.artists(track));
      }
      for (String artist : Variety.artists(track)) {
        assertThat(times.merge("artist " + artist, 1, Integer::sum)).isLessThanOrEqualTo(2);
      }
      for (String album : Variety.albums(track)) {
        assertThat(times.merge("album " + album, 1, Integer::sum)).isEqualTo(1);
      }
    }
  }

  private static void assertPartsAddUp(Playlist playlist) {
    Track before = null;
    for (Entry entry : playlist.entries()) {
      assertThat(entry.hit().parts().stream().mapToDouble(ScorePart::score).sum())
          .isCloseTo(entry.hit().score(), within(1e-9));
      List<String> names = entry.hit().parts().stream().map(ScorePart::name).toList();
      assertThat(names).startsWith("seeds").contains("variety", "chance", "energy_curve");
      assertThat(names.contains("flow")).isEqualTo(before != null);
      assertThat(entry.transition())
          .isEqualTo(
              Optional.ofNullable(before)
                  .map(track -> Transition.between(track, entry.hit().track())));
      before = entry.hit().track();
    }
  }

  @Test
  void energyFollowsItsCurve() throws Exception {
    double steady = 0;
    double rising = 0;
    double falling = 0;
    double given = 0;
    double level = 0;
    int questions = 12;
    for (int question = 0; question < questions; question++) {
      List<Seed> seeds = seeds(2);
      steady += offCurve(make(seeds, tracks(20), EnergyCurve.STEADY, 1)) / questions;
      rising += rise(make(seeds, tracks(20), shape(EnergyCurve.Shape.RISING), 1)) / questions;
      falling += rise(make(seeds, tracks(20), shape(EnergyCurve.Shape.FALLING), 1)) / questions;
      given += rise(make(seeds, tracks(20), EnergyCurve.through(List.of(.9, .1)), 1)) / questions;
      level +=
          offCurve(make(seeds, tracks(20), EnergyCurve.through(List.of(.2, .2)), 1)) / questions;
    }
    assertThat(steady).as("seed %d", seed).isLessThan(.1);
    assertThat(rising).as("seed %d", seed).isGreaterThan(.15);
    assertThat(falling).as("seed %d", seed).isLessThan(-.15);
    assertThat(given).as("seed %d", seed).isLessThan(-.3);
    assertThat(level).as("seed %d", seed).isLessThan(.2);
  }

  @Test
  void aCurveStaysWithinTheFilters() throws Exception {
    TrackFilter energetic = new TrackFilter.Range(NumericField.ENERGY, .8, 1);
    Playlist playlist =
        snapshot
            .playlistMaker()
            .make(
                new PlaylistRequest(
                    wishes(seeds(1), energetic, VARIETY),
                    tracks(10),
                    shape(EnergyCurve.Shape.RISING),
                    1));
    assertThat(playlist.entries()).allMatch(entry -> entry.wantedEnergy() >= .8);
  }

  @Test
  void aFewMinutesAreMetWhereSongsAreThatLong() throws Exception {
    List<Track> tracks = new ArrayList<>();
    new SyntheticCatalog(TRACKS, 11).forEach(tracks::add);
    int[] lengths = tracks.stream().mapToInt(Track::durationMillis).sorted().toArray();
    for (int wanted : List.of(lengths[20], 2 * lengths[30])) { // hardly any is shorter
      Playlist playlist =
          make(seeds(1), new PlaylistRequest.Minutes(wanted / 60e3), EnergyCurve.STEADY, 1);
      assertThat((double) playlist.durationMillis())
          .as("seed %d", seed)
          .isCloseTo(wanted, within(.06 * wanted));
    }
  }

  /** Also where the length is met to the second, which few tracks can. */
  @Test
  void anotherNumberIsAnotherPlaylist() throws Exception {
    List<PlaylistRequest.Length> lengths = List.of(tracks(10), new PlaylistRequest.Minutes(20));
    int questions = 6; // of a few long songs, some have few playlists of their length
    for (PlaylistRequest.Length length : lengths) {
      int different = 0;
      for (int question = 0; question < questions; question++) {
        List<Seed> seeds = seeds(1);
        Set<List<Integer>> playlists = new HashSet<>();
        for (int number = 0; number < 30; number++) {
          playlists.add(
              make(seeds, length, EnergyCurve.STEADY, number).entries().stream()
                  .map(entry -> entry.hit().ordinal())
                  .toList());
        }
        different += playlists.size();
      }
      assertThat(different).as("%s, seed %d", length, seed).isGreaterThan(questions * 25);
    }
  }

  private static double offCurve(Playlist playlist) {
    return playlist.entries().stream()
        .mapToDouble(entry -> Math.abs(entry.hit().track().audio().energy() - entry.wantedEnergy()))
        .average()
        .orElseThrow();
  }

  /** By how much the second half is more energetic. */
  private static double rise(Playlist playlist) {
    int middle = playlist.entries().size() / 2;
    return energy(playlist.entries().subList(middle, 2 * middle))
        - energy(playlist.entries().subList(0, middle));
  }

  private static double energy(List<Entry> entries) {
    return entries.stream()
        .mapToDouble(entry -> entry.hit().track().audio().energy())
        .average()
        .orElseThrow();
  }

  @Test
  void flowsBetterThanTheSameTracksShuffled() throws Exception {
    double arranged = 0;
    double shuffled = 0;
    for (int question = 0; question < 20; question++) {
      Playlist playlist = make(seeds(3), tracks(30), EnergyCurve.STEADY, 1);
      List<Track> tracks =
          new ArrayList<>(playlist.entries().stream().map(entry -> entry.hit().track()).toList());
      arranged += roughness(tracks);
      Collections.shuffle(tracks, random);
      shuffled += roughness(tracks);
    }
    assertThat(arranged).as("seed %d", seed).isLessThan(.5 * shuffled);
  }

  private static double roughness(List<Track> tracks) {
    double sum = 0;
    for (int i = 1; i < tracks.size(); i++) {
      sum += Transition.between(tracks.get(i - 1), tracks.get(i)).cost();
    }
    return sum;
  }

  @Test
  void minutesAreMet() throws Exception {
    for (double minutes : new double[] {3, 12, 45, 90.5, 200}) {
      double off = 0;
      for (int question = 0; question < 5; question++) {
        Playlist playlist =
            make(seeds(3), new PlaylistRequest.Minutes(minutes), EnergyCurve.STEADY, 1);
        off += Math.abs(playlist.durationMillis() / 60_000.0 - minutes) / 5;
        assertThat(playlist.whyFewer()).isEmpty();
        assertCapsHold(playlist);
      }
      assertThat(off).as("%s minutes, seed %d", minutes, seed).isLessThan(.5);
    }
  }

  @Test
  void oneLongTrackIsNoPlaylist() throws Exception {
    TrackIndex index = snapshot.index();
    int longest = 0;
    for (int i = 0; i < index.size(); i++) {
      longest =
          index.track(i).durationMillis() > index.track(longest).durationMillis() ? i : longest;
    }
    Seed like = new Seed.OfTrack(index.track(longest).id(), 1);
    Playlist playlist = make(List.of(like), new PlaylistRequest.Minutes(60), EnergyCurve.STEADY, 1);
    assertThat(playlist.entries()).hasSizeGreaterThan(5);
  }

  @Test
  void theSameForTheSameSeedOnly() throws Exception {
    List<Seed> seeds = seeds(4);
    EnergyCurve wave = shape(EnergyCurve.Shape.WAVE);
    List<Integer> once = ordinals(make(seeds, tracks(30), wave, 5));
    assertThat(ordinals(make(seeds, tracks(30), wave, 5))).isEqualTo(once);
    List<Integer> other = ordinals(make(seeds, tracks(30), wave, 6));
    assertThat(other).isNotEqualTo(once);
    assertThat(other).as("of one mind").containsAnyElementsOf(once);
    assertThat(ordinals(make(seeds, tracks(30), wave, Long.MIN_VALUE))).isNotEqualTo(once);
  }

  @Test
  void aShorterOneSaysWhy() throws Exception {
    TrackFilter few = new TrackFilter.Range(NumericField.ENERGY, .97, 1);
    Wishes wishes = wishes(seeds(1), few, new Variety(.2, 1, 1, 0));
    for (PlaylistRequest.Length length :
        List.of(tracks(100), new PlaylistRequest.Minutes(PlaylistRequest.Minutes.MOST))) {
      Playlist playlist =
          snapshot
              .playlistMaker()
              .make(new PlaylistRequest(wishes, length, shape(EnergyCurve.Shape.RISING), 1));
      assertThat(playlist.entries()).hasSizeBetween(1, 99);
      assertThat(playlist.whyFewer()).map(WhyFewer::condition).contains("min_energy, max_energy");
    }
    TrackFilter none = new TrackFilter.Range(NumericField.TEMPO, 499, 500);
    Playlist nothing =
        snapshot
            .playlistMaker()
            .make(
                new PlaylistRequest(
                    wishes(seeds(1), none, VARIETY), tracks(5), EnergyCurve.STEADY, 1));
    assertThat(nothing.entries()).isEmpty();
    assertThat(nothing.whyFewer()).map(WhyFewer::condition).contains("min_tempo, max_tempo");
    assertThat(nothing.compatibleKeys()).isNaN();
  }

  @Test
  void meansStandBesideThoseOfTheLikedSeeds() throws Exception {
    List<Seed> seeds = List.of(someTrack(3), someTrack(1), someTrack(-2));
    Playlist playlist = make(seeds, tracks(10), EnergyCurve.STEADY, 1);
    assertThat(playlist.means())
        .extracting(Playlist.Mean::feature)
        .containsExactlyElementsOf(PlaylistMaker.MEANS);
    for (Playlist.Mean mean : playlist.means()) {
      double expected =
          (3 * mean.feature().of(track(seeds.get(0))) + mean.feature().of(track(seeds.get(1)))) / 4;
      assertThat(mean.seeds()).isCloseTo(expected, within(1e-9));
      assertThat(mean.playlist())
          .isCloseTo(
              playlist.entries().stream()
                  .mapToDouble(entry -> mean.feature().of(entry.hit().track()))
                  .average()
                  .orElseThrow(),
              within(1e-9));
    }
  }

  private Track track(Seed of) throws Exception {
    return snapshot.track(((Seed.OfTrack) of).id()).track();
  }

  private List<Seed> seeds(int count) throws Exception {
    List<Seed> seeds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seeds.add(someTrack(1));
    }
    return seeds;
  }

  private Seed someTrack(double weight) throws Exception {
    return new Seed.OfTrack(
        snapshot.index().track(random.nextInt(snapshot.index().size())).id(), weight);
  }

  private Playlist make(
      List<Seed> seeds, PlaylistRequest.Length length, EnergyCurve curve, long number)
      throws Exception {
    Wishes wishes = wishes(seeds, TrackFilter.EVERYTHING, VARIETY);
    return snapshot.playlistMaker().make(new PlaylistRequest(wishes, length, curve, number));
  }

  private static Wishes wishes(List<Seed> seeds, TrackFilter filter, Variety variety) {
    return new Wishes(
        seeds,
        Wishes.Method.BEST_SCORE,
        Conditions.of(filter, FeatureSpace.SOUND, Versions.ONE, variety));
  }

  private static PlaylistRequest.Length tracks(int count) {
    return new PlaylistRequest.Tracks(count);
  }

  private static EnergyCurve shape(EnergyCurve.Shape shape) {
    return new EnergyCurve(shape, List.of());
  }

  private static List<Integer> ordinals(Playlist playlist) {
    return playlist.entries().stream().map(entry -> entry.hit().ordinal()).toList();
  }
}
