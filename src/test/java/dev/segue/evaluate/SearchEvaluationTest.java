package dev.segue.evaluate;

import static dev.segue.index.Songs.song;
import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.index.Indexes;
import dev.segue.index.TrackIndex;
import dev.segue.index.lucene.LuceneBackend;
import dev.segue.search.TrackSearch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchEvaluationTest {
  private TrackIndex index;
  private TrackSearch search;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    List<Track> songs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String letters = "" + (char) ('a' + i % 26) + (char) ('a' + i / 3);
      songs.add(song("id" + i, "Título " + letters + "song", letters + "band Ω", null, "pop"));
    }
    songs.add(song("ru", "Группа крови", "Кино", null, "rock"));
    index = Indexes.build(new LuceneBackend(), songs, List.of(), folder);
    search = new TrackSearch(index, List.of(), 1, Instant.EPOCH);
  }

  @AfterAll
  void close() throws Exception {
    index.close();
  }

  @Test
  void reportsEveryKindThatTheCatalogueAllows() throws Exception {
    SearchReport report = run(Optional.empty(), Setting.DEFAULT);
    List<SearchReport.Row> rows = report.settings().getFirst().kinds();
    assertThat(rows)
        .extracting(SearchReport.Row::kind)
        .containsExactlyElementsOf(
            java.util.Arrays.stream(QueryKind.values()).map(QueryKind::label).toList());
    SearchReport.Row exact = rows.getFirst();
    assertThat(exact.queries()).isEqualTo(30);
    assertThat(exact.success1().value()).isEqualTo(1);
    assertThat(exact.mrr().value()).isEqualTo(1);
    assertThat(exact.p99Micros()).isGreaterThanOrEqualTo(exact.p50Micros());
    for (SearchReport.Row row : rows) {
      assertThat(row.success3().value()).isBetween(row.success1().value(), row.success10().value());
      assertThat(row.success1().value())
          .isBetween(row.success1().low() - 1e-12, row.success1().high() + 1e-12);
    }
  }

  @Test
  void theSameSeedAsksTheSame() throws Exception {
    SearchReport one = run(Optional.empty(), Setting.DEFAULT);
    SearchReport other = run(Optional.empty(), Setting.DEFAULT);
    for (int i = 0; i < QueryKind.values().length; i++) {
      SearchReport.Row a = one.settings().getFirst().kinds().get(i);
      SearchReport.Row b = other.settings().getFirst().kinds().get(i);
      assertThat(a.mrr()).isEqualTo(b.mrr());
      assertThat(a.success1()).isEqualTo(b.success1());
    }
  }

  @Test
  void aSettingDoesNotDifferFromItself() throws Exception {
    SearchReport report = run(Optional.empty(), Setting.DEFAULT, Setting.DEFAULT);
    assertThat(report.settings()).hasSize(2);
    assertThat(report.differences())
        .isNotEmpty()
        .allMatch(each -> each.difference().value() == 0 && each.pValue() == 1);
  }

  @Test
  void theHalvesAreTheWhole() throws Exception {
    int asked = 0;
    for (Half half : Half.values()) {
      int queries =
          new SearchEvaluation(
                  index,
                  search,
                  new SearchEvaluation.Options(
                      new Sample(1_000, 1), Optional.of(half), List.of(Setting.DEFAULT)),
                  Progress.NONE)
              .run()
              .settings()
              .getFirst()
              .kinds()
              .getFirst()
              .queries();
      assertThat(queries).isBetween(15, 46);
      asked += queries;
    }
    assertThat(asked).isEqualTo(61);
  }

  @Test
  void aCopyIsMeantToo() {
    KnownItem asked = new KnownItem("hello", song("a", "Hello", "Adele", null, "pop"));
    assertThat(asked.isMeant(song("b", "HELLO", "adele", "Other", "soul"))).isTrue();
    assertThat(asked.isMeant(song("c", "Hello", "Lionel Richie", null, "pop"))).isFalse();
    assertThat(asked.isMeant(song("d", "Hello There", "Adele", null, "pop"))).isFalse();
  }

  @Test
  void judgedQuestionsAreMeasured() throws Exception {
    Judgements judgements =
        new Judgements(
            Map.of("1", "gruppa krovi", "2", "no such thing at all"),
            Map.of("1", Map.of("ru", 1), "2", Map.of("id1", 1)));
    JudgedReport report =
        new JudgedEvaluation(
                search, judgements, List.of(Setting.DEFAULT, Setting.parse("mode=text")), 1)
            .run();
    assertThat(report.queries()).isEqualTo(2);
    assertThat(report.settings().getFirst().ndcg10().value()).isEqualTo(.5);
    assertThat(report.settings().getFirst().map().value()).isEqualTo(.5);
    assertThat(report.settings().getFirst().precision10().value()).isEqualTo(.05);
    assertThat(report.differences()).hasSize(3).allMatch(each -> each.pValue() == 1);
  }

  private SearchReport run(Optional<Half> half, Setting... settings) throws Exception {
    return new SearchEvaluation(
            index,
            search,
            new SearchEvaluation.Options(new Sample(30, 1), half, List.of(settings)),
            Progress.NONE)
        .run();
  }
}
