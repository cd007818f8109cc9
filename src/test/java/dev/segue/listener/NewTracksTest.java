package dev.segue.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.listener.Mixing.Shares;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewTracksTest {
  private static final Shares HALVES = new Shares(.5, 1, 1);

  private final NewTracks tracks = new NewTracks();

  @Test
  void everyTenthPlaceByTasteIsForANewTrack() {
    tracks.know(known(25));
    List<Scored> placed = tracks.placed(List.of(fresh(101, .2), fresh(102, .6)), HALVES);
    assertThat(placed).extracting(Scored::ordinal).containsExactly(102, 101);
    assertRelevance(placed.get(0), .5 * .6 + .5 * .16); // the tenth best of .25, .24 …
    assertRelevance(placed.get(1), .5 * .2 + .5 * .06);
  }

  @Test
  void placesGoOnWhereMoreTracksCome() {
    tracks.know(known(25));
    tracks.placed(List.of(fresh(101, .9)), HALVES);
    tracks.know(List.of());
    List<Scored> placed =
        tracks.placed(List.of(fresh(102, .8), fresh(103, .7), fresh(104, .6)), HALVES);
    assertRelevance(placed.get(0), .5 * .8 + .5 * .06);
    assertRelevance(placed.get(1), .5 * .7 + .5 * .01); // where there is no place: the last
    assertRelevance(placed.get(2), .5 * .6 + .5 * .01);
  }

  @Test
  void placesAreAmongAllThatIsKnownByThen() {
    tracks.know(known(25));
    tracks.know(known(25));
    assertRelevance(tracks.placed(List.of(fresh(101, 0)), HALVES).getFirst(), .5 * .21);
  }

  @Test
  void whereNothingIsKnownSoundAloneCounts() {
    tracks.know(List.of());
    assertRelevance(tracks.placed(List.of(fresh(101, .9)), HALVES).getFirst(), .9);
  }

  /** With a taste of .01, .02 and so on, in no order, and a sound that does not matter. */
  private static List<Scored> known(int count) {
    return IntStream.rangeClosed(1, count)
        .map(i -> 1 + i * 7 % count)
        .mapToObj(i -> new Scored(i, null, i / 100.0, 0, .77).with(.5 * i / 100, 0, .5 * .77))
        .toList();
  }

  private static Scored fresh(int ordinal, double sound) {
    return new Scored(ordinal, null, Double.NaN, Double.NaN, sound)
        .with(Double.NaN, Double.NaN, HALVES.sound(sound));
  }

  private static void assertRelevance(Scored scored, double expected) {
    assertThat(scored.relevance()).isCloseTo(expected, within(1e-12));
  }
}
