package dev.segue.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Worked by hand. */
class MeasureTest {
  /**
   * Four users: item 0 is known to all, item 1 to a and b, item 2 to b and c, items 3 and 4 to d.
   */
  private static ItemStatistics statistics() {
    Interactions.Builder train = new Interactions.Builder(new Ids(), new Ids());
    for (String pair : "a0 b0 c0 d0 a1 b1 b2 c2 d3 d4".split(" ", -1)) {
      train.add(pair.substring(0, 1), pair.substring(1), 7, Interactions.UNKNOWN_TIME);
    }
    return new ItemStatistics(train.build());
  }

  private static void assertMeasure(Measure measure, RankedList list, double expected) {
    assertThat(measure.of(list)).as("%s", measure).isCloseTo(expected, within(1e-9));
  }

  @Test
  void fiveAskedForFourGotTwoHits() {
    // Hits at ranks 2 and 4; of three items in the test one was not found.
    RankedList list =
        new RankedList(new int[] {0, 1, 3, 2}, 5, Set.of(1, 2, 9), Set.of(0, 1), statistics());
    assertMeasure(Measure.PRECISION, list, 2 / 5.0);
    assertMeasure(Measure.RECALL, list, 2 / 3.0);
    assertMeasure(Measure.F1, list, 2 * (2 / 5.0) * (2 / 3.0) / (2 / 5.0 + 2 / 3.0));
    assertMeasure(Measure.HIT_RATE, list, 1);
    assertMeasure(Measure.MAP, list, (1 / 2.0 + 2 / 4.0) / 3);
    assertMeasure(Measure.MRR, list, 1 / 2.0);
    double log3 = Math.log(3) / Math.log(2);
    double log5 = Math.log(5) / Math.log(2);
    assertMeasure(Measure.NDCG, list, (1 / log3 + 1 / log5) / (1 + 1 / log3 + 1 / 2.0));
    // Shares 1, 1/2, 1/4, 1/2.
    assertMeasure(Measure.NOVELTY, list, (0 + 1 + 2 + 1) / 4.0);
    assertMeasure(Measure.POPULARITY, list, (1 + .5 + .25 + .5) / 4);
    // Only item 2 is a hit that is not obvious.
    assertMeasure(Measure.SERENDIPITY, list, 1 / 5.0);
    double cosines =
        2 / Math.sqrt(4 * 2) // 0 and 1
            + 1 / Math.sqrt(4 * 1) // 0 and 3
            + 2 / Math.sqrt(4 * 2) // 0 and 2
            + 0 // 1 and 3
            + 1 / Math.sqrt(2 * 2) // 1 and 2
            + 0; // 3 and 2
    assertMeasure(Measure.DIVERSITY, list, 1 - cosines / 6);
  }

  @Test
  void moreInTheTestThanAskedFor() {
    RankedList list =
        new RankedList(new int[] {1, 0}, 2, Set.of(1, 2, 3, 4), Set.of(), statistics());
    assertMeasure(Measure.MAP, list, 1 / 2.0);
    assertMeasure(Measure.NDCG, list, 1 / (1 + Math.log(2) / Math.log(3)));
    assertMeasure(Measure.RECALL, list, 1 / 4.0);
    assertMeasure(Measure.F1, list, 2 * (1 / 2.0) * (1 / 4.0) / (1 / 2.0 + 1 / 4.0));
  }

  @Test
  void nothingFound() {
    RankedList none = new RankedList(new int[] {3}, 2, Set.of(1), Set.of(3), statistics());
    RankedList empty = new RankedList(new int[0], 2, Set.of(1), Set.of(3), statistics());
    for (Measure measure : Measure.values()) {
      boolean beyond = measure == Measure.NOVELTY || measure == Measure.POPULARITY;
      if (!beyond) {
        assertMeasure(measure, none, 0);
      }
      assertMeasure(measure, empty, 0);
    }
  }

  @Test
  void spread() {
    Spread even = Spread.of(new int[] {2, 2, 0, 2, 2}, 4);
    assertThat(even).isEqualTo(new Spread(1, 0));
    Spread one = Spread.of(new int[] {0, 8, 0, 0}, 4);
    assertThat(one.coverage()).isEqualTo(.25);
    assertThat(one.gini()).isCloseTo(.75, within(1e-12)); // (n − 1) / n
    // Counts 0, 1, 3: (−2 · 0 + 0 · 1 + 2 · 3) / (3 · 4)
    assertThat(Spread.of(new int[] {3, 0, 1}, 3).gini()).isCloseTo(.5, within(1e-12));
    assertThat(Spread.of(new int[3], 3)).isEqualTo(new Spread(0, 0));
  }
}
