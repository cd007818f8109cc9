package dev.segue.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final double EXACT = 1e-12;

  @Test
  void reciprocalRanksAddUp() {
    List<Hit> fused =
        new Fusion.ReciprocalRank(60)
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(hit(1, 9), hit(2, 5))),
                    new Leg("sound", .5, List.of(hit(2, .9), hit(3, .8)))));
    assertThat(fused).extracting(Hit::ordinal).containsExactly(2, 1, 3);
    assertThat(fused.get(0).score()).isCloseTo(1 / 62.0 + .5 / 61, within(EXACT));
    assertThat(fused.get(1).score()).isCloseTo(1 / 61.0, within(EXACT));
    assertThat(fused.get(2).score()).isCloseTo(.5 / 62, within(EXACT));
  }

  @Test
  void tiesShareTheirBestRank() {
    List<Hit> fused =
        new Fusion.ReciprocalRank(0)
            .fuse(List.of(new Leg("text", 1, List.of(hit(5, 2), hit(4, 1), hit(3, 1)))));
    assertThat(fused).extracting(Hit::ordinal).containsExactly(5, 3, 4);
    assertThat(fused).extracting(Hit::score).containsExactly(1.0, .5, .5);
  }

  @Test
  void linearScoresAreSharesOfTheBest() {
    List<Hit> fused =
        new Fusion.Linear()
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(hit(1, 10), hit(2, 5))),
                    new Leg("sound", .5, List.of(hit(2, .8), hit(3, .2)))));
    assertThat(fused).extracting(Hit::ordinal).containsExactly(1, 2, 3);
    assertThat(fused.get(0).score()).isCloseTo(1, within(EXACT));
    assertThat(fused.get(1).score()).isCloseTo(1, within(EXACT));
    assertThat(fused.get(2).score()).isCloseTo(.125, within(EXACT));
  }

  @Test
  void aLegWithoutScoresDoesNotPoisonTheMix() {
    List<Hit> fused =
        new Fusion.Linear()
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(hit(1, 3))),
                    new Leg("sound", .5, List.of(hit(2, 0), hit(3, -.2)))));
    assertThat(fused).extracting(Hit::ordinal).containsExactly(1, 2, 3);
    assertThat(fused).allMatch(hit -> Double.isFinite(hit.score()));
  }

  @Test
  void partsOfALegAreKeptInProportion() {
    Hit hit =
        new Hit(
            1, 10, Double.NaN, List.of(new ScorePart("text", 8), new ScorePart("popularity", 2)));
    List<Hit> fused =
        new Fusion.Linear()
            .fuse(
                List.of(
                    new Leg("text", 1, List.of(hit)), new Leg("sound", .5, List.of(hit(1, 1)))));
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
        List<Hit> hits = new ArrayList<>();
        double score = random.nextInt(20);
        for (int ordinal : random.ints(0, 30).distinct().limit(10).toArray()) {
          hits.add(hit(ordinal, score));
          score -= random.nextInt(2);
        }
        legs.add(new Leg("leg" + leg, random.nextDouble() + .1, hits));
      }
      for (Fusion fusion : List.of(new Fusion.Linear(), new Fusion.ReciprocalRank(60))) {
        List<Hit> fused = fusion.fuse(legs);
        assertThat(fused).extracting(Hit::ordinal).doesNotHaveDuplicates();
        for (int i = 0; i < fused.size(); i++) {
          Hit hit = fused.get(i);
          assertThat(hit.parts().stream().mapToDouble(ScorePart::score).sum())
              .as("seed %d", seed)
              .isCloseTo(hit.score(), within(EXACT));
          if (i > 0) {
            Hit before = fused.get(i - 1);
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

  private static Hit hit(int ordinal, double score) {
    return new Hit(ordinal, score, Double.NaN);
  }
}
