package dev.segue.listening.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.model.MemoryNeed;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.RandomInteractions;
import dev.segue.listening.model.Shape;
import dev.segue.listening.model.Training;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What does not fit in memory is refused before it begins, with what fits instead. */
class RatingMemoryTest {
  private static final long MEGABYTE = 1_000_000;

  @ParameterizedTest
  @EnumSource(RatingKind.class)
  void allThatThereIsCanBeTaken(RatingKind kind) throws Exception {
    Interactions ratings = RandomInteractions.of(90, 80, new Random(1));
    ModelSettings<RatingKind> usual = ModelSettings.usual(kind);
    long needed = kind.need(usual, Shape.of(ratings)).bytes();
    RatingKind.train(usual, ratings, new Training(1, needed, Progress.NONE));
    assertThatThrownBy(
            () -> RatingKind.train(usual, ratings, new Training(1, needed - 1, Progress.NONE)))
        .isInstanceOf(ListeningException.class)
        .hasMessageStartingWith("%s takes up to ".formatted(kind.kind()));
  }

  @ParameterizedTest
  @CsvSource({
    "knn-baseline, 600, knn-baseline:neighbours=items",
    "knn-baseline, 100, svd",
    "knn-baseline, 50, svd:factors=50",
    "svd++:factors=200, 60, svd++:factors=50",
    "svd, 20, baseline",
  })
  void saysWhatFitsInstead(String model, long megabytes, String instead) {
    Shape data = new Shape(50_000, 10_000, 1_000_000);
    ModelSettings<RatingKind> settings = ModelSettings.parse(model, RatingKind.values());
    assertThatThrownBy(() -> MemoryNeed.told(settings, data, megabytes * MEGABYTE))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("Take '%s', which takes up to ".formatted(instead));
  }

  @Test
  void isTold() throws Exception {
    assertThat(
            MemoryNeed.told(
                ModelSettings.usual(RatingKind.SVD), new Shape(1000, 1000, 10_000), MEGABYTE * 100))
        .isEqualTo("svd will take up to 1.8 MB of the 0.1 GB there are");
  }
}
