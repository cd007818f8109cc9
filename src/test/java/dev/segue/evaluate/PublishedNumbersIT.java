package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.catalog.Progress;
import dev.segue.evaluate.protocol.Dataset;
import dev.segue.evaluate.protocol.Entrant;
import dev.segue.evaluate.ranking.RankingEvaluation;
import dev.segue.evaluate.ranking.RankingReport;
import dev.segue.evaluate.ratings.RatingsEvaluation;
import dev.segue.evaluate.ratings.RatingsReport;
import dev.segue.listening.Interactions;
import dev.segue.listening.model.ModelKind;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.rating.RatingKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What others published, on the same data by the same protocol. */
class PublishedNumbersIT {
  private static final Path MOVIES = Path.of("../shared/data/ml-100k");
  private static final Path ARTISTS = Path.of("../shared/data/hetrec2011-lastfm-2k/folds");

  @BeforeAll
  static void sayWhatIsNotChecked() {
    Stream.of(MOVIES, ARTISTS)
        .filter(Files::notExists)
        .forEach(each -> System.out.println("Published numbers are not checked: no " + each));
  }

  private static <K extends ModelKind> List<Entrant<K>> entrants(
      K[] kinds, Dataset dataset, String... settings) {
    return Stream.of(settings)
        .map(each -> Entrant.of(ModelSettings.parse(each, kinds), dataset.splits().size()))
        .toList();
  }

  private static RatingsReport ratings(Path data, String... settings) throws Exception {
    assumeTrue(Files.exists(data), "needs the ratings of MovieLens at " + data);
    Dataset dataset = Dataset.read(data, Optional.empty(), Interactions::latest, 1);
    return new RatingsEvaluation(dataset.name(), dataset.splits(), Optional.empty(), 1)
        .run(entrants(RatingKind.values(), dataset, settings), Progress.NONE);
  }

  private static void assertErrors(
      RatingsReport.OfModel model, double rmse, double mae, double tolerance) {
    assertThat(model.rmse().value()).as(model.model()).isCloseTo(rmse, within(tolerance));
    assertThat(model.mae().value()).as(model.model()).isCloseTo(mae, within(tolerance));
  }

  /** The harness: to four digits. */
  @Test
  void meansOnTheFoldsOfMovieLens() throws Exception {
    RatingsReport report = ratings(MOVIES, "item-mean", "user-mean", "global-mean");
    assertErrors(report.models().get(0), 1.0246, .8174, .00005);
    assertErrors(report.models().get(1), 1.0437, .8362, .00005);
    assertErrors(report.models().get(2), 1.1256, .9447, .00005);
  }

  /** The table of Surprise. */
  @Test
  void ratingsOfMovieLensInFiveFolds() throws Exception {
    RatingsReport report =
        ratings(
            MOVIES.resolve("u.data"),
            "svd",
            "svd++",
            "knn-baseline",
            "baseline",
            "svd:epochs=60,learning_rate=0.01,regularization=0.1");
    assertErrors(report.models().get(0), .934, .737, .004);
    assertErrors(report.models().get(1), .919, .721, .004);
    assertErrors(report.models().get(2), .931, .733, .004);
    assertErrors(report.models().get(3), .944, .748, .004);
    assertThat(report.models().get(4).rmse().value()).isLessThanOrEqualTo(.919);
  }

  /** Ten folds of Last.fm's artists. */
  @Test
  void artistsOfLastFm() throws Exception {
    assumeTrue(Files.exists(ARTISTS), "needs the folds of hetrec2011-lastfm at " + ARTISTS);
    Dataset dataset = Dataset.read(ARTISTS, Optional.empty(), Interactions::added, 1);
    RankingReport report =
        new RankingEvaluation(dataset.name(), dataset.splits(), 10, 1, Optional.empty())
            .run(
                entrants(TasteKind.values(), dataset, "popularity", "ease", "edlae"),
                Progress.NONE);
    assertThat(report.splits()).isEqualTo(10);
    assertRanking(report.models().get(0), .0363, .0803);
    assertRanking(report.models().get(1), .0953, .2097);
    RankingReport.OfModel best = report.models().get(2);
    assertThat(best.measures().get("precision").value()).isGreaterThanOrEqualTo(.1067);
    assertThat(best.measures().get("recall").value()).isGreaterThanOrEqualTo(.2357);
  }

  private static void assertRanking(RankingReport.OfModel model, double precision, double recall) {
    assertThat(model.measures().get("precision").value())
        .as(model.model())
        .isCloseTo(precision, within(.0003));
    assertThat(model.measures().get("recall").value())
        .as(model.model())
        .isCloseTo(recall, within(.0003));
  }
}
