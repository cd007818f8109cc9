package dev.segue.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.index.Songs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final double EXACT = 1e-12;

  @Test
  void reciprocalRanksAddUp() {
    List<ScoredTrack> fused =
        new Fusion.ReciprocalRank(60)
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(track(1, 9), track(2, 5))),
                    new Leg("sound", .5, List.of(track(2, .9), track(3, .8)))));
    assertThat(fused).extracting(ScoredTrack::ordinal).containsExactly(2, 1, 3);
    assertThat(fused.get(0).score()).isCloseTo(1 / 62.0 + .5 / 61, within(EXACT));
    assertThat(fused.get(1).score()).isCloseTo(1 / 61.0, within(EXACT));
    assertThat(fused.get(2).score()).isCloseTo(.5 / 62, within(EXACT));
  }

  @Test
  void tiesShareTheirBestRank() {
    List<ScoredTrack> fused =
        new Fusion.ReciprocalRank(0)
            .fuse(List.of(new Leg("text", 1, List.of(track(5, 2), track(4, 1), track(3, 1)))));
    assertThat(fused).extracting(ScoredTrack::ordinal).containsExactly(5, 3, 4);
    assertThat(fused).extracting(ScoredTrack::score).containsExactly(1.0, .5, .5);
  }

  @Test
  void linearScoresAreSharesOfTheBest() {
    List<ScoredTrack> fused =
        new Fusion.Linear()
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(track(1, 10), track(2, 5))),
                    new Leg("sound", .5, List.of(track(2, .8), track(3, .2)))));
    assertThat(fused).extracting(ScoredTrack::ordinal).containsExactly(1, 2, 3);
    assertThat(fused.get(0).score()).isCloseTo(1, within(EXACT));
    assertThat(fused.get(1).score()).isCloseTo(1, within(EXACT));
    assertThat(fused.get(2).score()).isCloseTo(.125, within(EXACT));
  }

  @Test
  void aLegWithoutScoresDoesNotPoisonTheMix() {
    List<ScoredTrack> fused =
        new Fusion.Linear()
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(track(1, 3))),
                    new Leg("sound", .5, List.of(track(2, 0), track(3, -.2)))));
    assertThat(fused).extracting(ScoredTrack::ordinal).containsExactly(1, 2, 3);
    assertThat(fused).allMatch(hit -> Double.isFinite(hit.score()));
  }

  @Test
  void partsOfALegAreKeptInProportion() {
    ScoredTrack hit =
        new ScoredTrack(
            1,
            Songs.song("a", "b"),
            10,
            Double.NaN,
            List.of(new ScorePart("text", 8), new ScorePart("popularity", 2)));
    List<ScoredTrack> fused =
        new Fusion.Linear()
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(hit)), new Leg("sound", .5, List.of(track(1, 1)))));
    assertThat(fused.getFirst().parts())
        .containsExactly(
            new ScorePart("text", .8), new ScorePart("popularity", .2), new ScorePart("sound", .5));
  }

  @Test
  void partsAddUpAndOrderIsTotal() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Leg> legs = new ArrayList<>();
      for (int leg = random.nextInt(4); leg > 0; leg--) {
        List<ScoredTrack> tracks = new ArrayList<>();
        double score = random.nextInt(20);
        for (int ordinal : random.ints(0, 30).distinct().limit(10).toArray()) {
          tracks.add(track(ordinal, score));
          score -= random.nextInt(2);
        }
        legs.add(new Leg("leg" + leg, random.nextDouble() + .1, tracks));
      }
      for (Fusion fusion : List.of(new Fusion.Linear(), new Fusion.ReciprocalRank(60))) {
        List<ScoredTrack> fused = fusion.fuse(legs);
        assertThat(fused).extracting(ScoredTrack::ordinal).doesNotHaveDuplicates();
        for (int i = 0; i < fused.size(); i++) {
          ScoredTrack hit = fused.get(i);
          assertThat(hit.parts().stream().mapToDouble(ScorePart::score).sum())
              .as("seed %d", seed)
              .isCloseTo(hit.score(), within(EXACT));
          if (i > 0) {
            ScoredTrack before = fused.get(i - 1);
            assertThat(
                    before.score() > hit.score()
                        || (before.score() == hit.score() && before.ordinal() < hit.ordinal()))
                .as("seed %d", seed)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new Fusion.ReciprocalRank(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Leg("text", 0, List.of())).hasMessageContaining("0");
  }

  private static ScoredTrack track(int ordinal, double score) {
    return new ScoredTrack(ordinal, Songs.song("name", "artist"), score, Double.NaN);
  }
}
