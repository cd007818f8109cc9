package dev.segue.evaluate.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.Difference;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.protocol.Recorded;
import dev.segue.evaluate.protocol.Split;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.rating.RatingKind;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RatingsEvaluationTest {
  private final Ids users = new Ids();
  private final Ids items = new Ids();

  /** Such as {@code ax3}: user a rated item x 3. */
  private Recorded ratings(String records) {
    Interactions.Builder ratings = new Interactions.Builder(users, items);
    for (String record : records.split(" ", -1)) {
      ratings.add(
          record.substring(0, 1),
          record.substring(1, 2),
          Double.parseDouble(record.substring(2)),
          Interactions.UNKNOWN_TIME);
    }
    return new Recorded(ratings.build(), UnaryOperator.identity());
  }

  private static Entrant<RatingKind> entrant(RatingKind kind) {
    return Entrant.of(ModelSettings.usual(kind), 2);
  }

  /** Worked by hand: means 3 and 2 of all; of users 2 and 4, and 2 and 2. */
  @Test
  void errorsAreMeasuredFoldByFold() throws Exception {
    List<Split> splits =
        List.of(
            Split.of("one", ratings("ax1 ay3 bx4 by4"), ratings("az3 bz2")),
            Split.of("two", ratings("ax1 ay3 bz2 bx2"), ratings("by5")));
    RatingsEvaluation evaluation = new RatingsEvaluation("some", splits, Optional.empty(), 1);
    RatingsReport report =
        evaluation.run(
            List.of(entrant(RatingKind.GLOBAL_MEAN), entrant(RatingKind.USER_MEAN)), Progress.NONE);
    RatingsReport.OfModel global = report.models().getFirst();
    assertThat(global.rmse().value()).isCloseTo((Math.sqrt(.5) + 3) / 2, within(1e-9));
    assertThat(global.mae().value()).isCloseTo((.5 + 3) / 2, within(1e-9));
    RatingsReport.OfModel user = report.models().getLast();
    assertThat(user.rmse().value()).isCloseTo((Math.sqrt(2.5) + 3) / 2, within(1e-9));
    assertThat(report.tested()).isEqualTo(3);
    assertThat(report.users()).isEqualTo(2);
    assertThat(report.items()).isEqualTo(3);
    assertThat(report.differences())
        .extracting(Difference::what)
        .containsExactly("user-mean: RMSE", "user-mean: MAE");
    assertThat(evaluation.rmse(ModelSettings.usual(RatingKind.USER_MEAN), splits.get(0)))
        .isCloseTo(Math.sqrt(2.5), within(1e-9));
  }

  @Test
  void whatDivergesIsNotTrained() throws Exception {
    List<Split> splits =
        List.of(
            Split.of("one", ratings("ax1 ay3 bx4 by4"), ratings("az3 bz2")),
            Split.of("two", ratings("ax1 ay3 bz2 bx2"), ratings("by5")));
    ModelSettings<RatingKind> steep =
        ModelSettings.parse("svd:learning_rate=1,epochs=200", RatingKind.values());
    RatingsReport report =
        new RatingsEvaluation("some", splits, Optional.empty(), 1)
            .run(List.of(entrant(RatingKind.GLOBAL_MEAN), Entrant.of(steep, 2)), Progress.NONE);
    assertThat(report.models()).hasSize(1);
    assertThat(report.untrained())
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).startsWith("It diverged"));
  }

  @Test
  void ratingsOutsideTheScaleAreNamed() throws Exception {
    List<Split> splits =
        List.of(
            Split.of("one", ratings("ax1 ay1 bx1 by5 cy5 cz5"), ratings("az5")),
            Split.of("two", ratings("ax1 ay1 bx1 by5 cy5 cz5"), ratings("az5")));
    RatingsReport wide =
        new RatingsEvaluation(
                "some", splits, Optional.of(new RatingsEvaluation.Scale(-100, 100)), 1)
            .run(List.of(entrant(RatingKind.USER_MEAN)), Progress.NONE);
    assertThat(wide.models().getFirst().mae().value()).isEqualTo(4);
    assertThatThrownBy(
            () ->
                new RatingsEvaluation(
                    "some", splits, Optional.of(new RatingsEvaluation.Scale(1, 4)), 1))
        .isInstanceOf(ListeningException.class)
        .hasMessage("User 'b' rated item 'y' 5.0, the scale is 1.0 to 4.0.");
  }
}
