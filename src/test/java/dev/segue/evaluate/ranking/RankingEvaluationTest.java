package dev.segue.evaluate.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Protocol;
import dev.segue.evaluate.protocol.Recorded;
import dev.segue.evaluate.protocol.Split;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.RandomInteractions;
import dev.segue.listening.model.TasteKind;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RankingEvaluationTest {
  private static Entrant<TasteKind> entrant(String settings, int splits) {
    return Entrant.of(ModelSettings.parse(settings, TasteKind.values()), splits);
  }

  private static Interactions records(Ids users, Ids items, String pairs) {
    Interactions.Builder records = new Interactions.Builder(users, items);
    for (String pair : pairs.split(" ", -1)) {
      records.add(pair.substring(0, 1), pair.substring(1), 1, Interactions.UNKNOWN_TIME);
    }
    return records.build();
  }

  private static Recorded once(Interactions data) {
    return new Recorded(data, UnaryOperator.identity());
  }

  /**
   * By popularity: items 1 (three users), 2 and 3 (two), 4 (one), 5 and 6 (none). Of two, a is
   * given 3 and 4, d is given 2 and 3.
   */
  @Test
  void whatIsKnownAndWhatNobodyHasIsLeftOut() throws Exception {
    Ids users = new Ids();
    Ids items = new Ids();
    Interactions train = records(users, items, "a1 a2 b1 b2 b3 c1 c3 c4 d4");
    Interactions test = records(users, items, "a4 a5 d2 d6 d1");
    RankingReport report =
        new RankingEvaluation(
                "some",
                List.of(Split.of("a split", once(train), once(test))),
                2,
                1,
                Optional.empty())
            .run(List.of(entrant("popularity", 1)), Progress.NONE);
    assertThat(report.lists()).isEqualTo(2);
    RankingReport.OfModel popularity = report.models().getFirst();
    // a is given 3 and 4, one hit; d is given 1 and 2, two hits.
    assertThat(popularity.measures().get("precision").value()).isEqualTo((.5 + 1) / 2);
    assertThat(popularity.measures().get("recall").value())
        .isCloseTo((1 / 2.0 + 2 / 3.0) / 2, within(1e-12));
    assertThat(popularity.measures().get("mrr").value()).isEqualTo((.5 + 1) / 2);
    assertThat(popularity.measures().get("serendipity").value()).isZero();
    assertThat(popularity.spread().coverage()).isEqualTo(1);
    assertThat(popularity.tuned()).isNull();
    assertThat(report.differences()).isEmpty();
  }

  /** Listeners of even users like even items, and only who learns from listeners sees it. */
  @Test
  void whoLearnsIsBetterThanWhatIsPopular() throws Exception {
    Interactions.Builder records = new Interactions.Builder(new Ids(), new Ids());
    Random random = new Random(7);
    for (int user = 0; user < 60; user++) {
      for (int item = 0; item < 40; item++) {
        if (random.nextDouble() < (user % 2 == item % 2 ? .5 : .05)) {
          records.add("u" + user, "i" + item, 1, Interactions.UNKNOWN_TIME);
        }
      }
    }
    List<Split> splits = Protocol.parse("k-fold:3").splits(once(records.build()), random);
    RankingReport report =
        new RankingEvaluation("some", splits, 5, 1, Optional.empty())
            .run(
                List.of(
                    entrant("popularity", 3),
                    entrant("item-knn", 3),
                    entrant("ease", 3),
                    entrant("ials:factors=4", 3),
                    entrant("pure-svd:factors=2", 3)),
                Progress.NONE);
    assertThat(report.differences()).hasSize(4 * 3);
    assertThat(report.differences())
        .allSatisfy(
            each -> {
              assertThat(each.difference().low()).as(each.what()).isPositive();
              assertThat(each.pValue()).isLessThan(.05);
            });
  }

  @Test
  void theSameSeedIsTheSameReport() throws Exception {
    Interactions data = RandomInteractions.of(30, 20, new Random(3));
    List<Split> splits = Protocol.parse("users:0.5").splits(once(data), new Random(3));
    List<Entrant<TasteKind>> entrants = List.of(entrant("ials:factors=4", 1), entrant("edlae", 1));
    RankingReport first =
        new RankingEvaluation("some", splits, 5, 1, Optional.empty()).run(entrants, Progress.NONE);
    RankingReport second =
        new RankingEvaluation("some", splits, 5, 1, Optional.empty()).run(entrants, Progress.NONE);
    assertThat(second.models().getFirst().measures())
        .isEqualTo(first.models().getFirst().measures());
    assertThat(second.differences()).isEqualTo(first.differences());
    assertThat(RankingEvaluation.ndcg(entrants.getLast().bySplit().getFirst(), splits.get(0), 5, 1))
        .isEqualTo(first.models().getLast().measures().get("ndcg").value(), within(1e-12));
  }
}
