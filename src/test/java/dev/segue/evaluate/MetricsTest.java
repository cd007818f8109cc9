package dev.segue.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.segue.query.RequestException;
import dev.segue.rank.Fusion;
import dev.segue.search.SearchRequest.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked by hand. */
class MetricsTest {
  private static final List<String> RANKED = List.of("a", "x", "b", "y");
  private static final Map<String, Integer> GRADES = Map.of("a", 1, "b", 3, "c", 2, "y", 0);

  @Test
  void precision() {
    assertThat(RankingMetrics.precision(RANKED, GRADES, 4)).isEqualTo(2 / 4.0);
    assertThat(RankingMetrics.precision(RANKED, GRADES, 10)).isEqualTo(2 / 10.0);
  }

  @Test
  void averagePrecision() {
    // a at 1 (1/1), b at 3 (2/3), c nowhere.
    assertThat(RankingMetrics.averagePrecision(RANKED, GRADES))
        .isCloseTo((1 + 2 / 3.0) / 3, within(1e-12));
    assertThat(RankingMetrics.averagePrecision(RANKED, Map.of("y", 0))).isZero();
  }

  @Test
  void ndcg() {
    // Gains 1, 0, 3 over log2 of 2, 3, 4; at best 3, 2, 1.
    double gain = 1 + 3 / 2.0;
    double best = 3 + 2 / 1.5849625007 + 1 / 2.0;
    assertThat(RankingMetrics.ndcg(RANKED, GRADES, 10)).isCloseTo(gain / best, within(1e-9));
    assertThat(RankingMetrics.ndcg(RANKED, GRADES, 1)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(RankingMetrics.ndcg(List.of(), GRADES, 10)).isZero();
  }

  @Test
  void intervals() {
    Estimate most = Estimate.proportion(98, 100);
    assertThat(most.value()).isEqualTo(.98);
    assertThat(most.low()).isCloseTo(.9300, within(1e-4));
    assertThat(most.high()).isCloseTo(.9945, within(1e-4));
    assertThat(Estimate.proportion(5, 5).high()).isEqualTo(1, within(1e-12));
    Estimate mean = Estimate.mean(new double[] {0, 1, 0, 1});
    assertThat(mean.value()).isEqualTo(.5);
    assertThat(mean.high() - mean.value()).isCloseTo(1.959964 * .57735 / 2, within(1e-4));
    assertThat(Estimate.mean(new double[] {.5})).isEqualTo(new Estimate(.5, .5, .5));
  }

  @Test
  void pValues() {
    // Of 2^10 choices of signs two are as large as ten equal differences: p = 2 / 1024.
    double[] same = new double[10];
    java.util.Arrays.fill(same, .1);
    assertThat(RandomizationTest.pValue(same, new Random(1))).isCloseTo(2 / 1024.0, within(.002));
    assertThat(RandomizationTest.pValue(new double[10], new Random(1))).isEqualTo(1);
    assertThat(RandomizationTest.pValue(new double[] {1, -1, 1, -1}, new Random(1))).isEqualTo(1);
  }

  @Test
  void typosAreOneSlipInEachOfSomeWords() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String typed = Typos.in("Dancing in the Moonlight", 2, random).orElseThrow();
      String[] words = typed.split(" ", -1);
      assertThat(words).as("seed %d: %s", seed, typed).hasSize(4);
      assertThat(words[0]).isNotEqualToIgnoringCase("Dancing");
      assertThat(words[0].length()).isBetween(6, 8);
      assertThat(words[1]).isEqualTo("in");
      assertThat(words[3]).isNotEqualToIgnoringCase("Moonlight");
    }
    assertThat(Typos.in("Oh my god", 1, random)).isEmpty();
    assertThat(Typos.in("Группа крови", 1, random)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Группа крови, gruppa krovi",
    "Шёлк, shelk",
    "Γεια σου, geia soy",
    "しゃちょう, shachou",
    "がっこう, gakkou",
    "スーパー, supa",
    "사랑했지만, saranghaetjiman",
  })
  void transliterates(String text, String latin) {
    assertThat(Transliteration.of(text)).contains(latin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "東京", "שלום"})
  void leavesOtherScriptsAlone(String text) {
    assertThat(Transliteration.of(text)).isEmpty();
  }

  @Test
  void readsJudgements(@TempDir Path folder) throws Exception {
    Path topics = folder.resolve("topics.tsv");
    Path qrels = folder.resolve("qrels.txt");
    Files.writeString(topics, "1\thello adele\n2\tnever judged\n");
    Files.writeString(qrels, "1 0 abc 2\n1 0 def 0\n\n");
    Judgements judgements = Judgements.read(topics, qrels);
    assertThat(judgements.topics()).isEqualTo(Map.of("1", "hello adele"));
    assertThat(judgements.grades()).isEqualTo(Map.of("1", Map.of("abc", 2, "def", 0)));
    Files.writeString(qrels, "1 0 abc 2\n1 abc 2\n");
    assertThatThrownBy(() -> Judgements.read(topics, qrels))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining("line 2");
    Files.writeString(qrels, "9 0 abc 2\n");
    assertThatThrownBy(() -> Judgements.read(topics, qrels)).hasMessageContaining("No question of");
  }

  @Test
  void readsSettings() {
    assertThat(Setting.parse("default")).isEqualTo(Setting.DEFAULT);
    Setting setting = Setting.parse("mode=hybrid,fusion=rrf,rrf_k=10");
    assertThat(setting.blend().mode()).isEqualTo(Optional.of(Mode.HYBRID));
    assertThat(setting.blend().fusion()).isEqualTo(new Fusion.ReciprocalRank(10));
    for (String wrong : List.of("", "mode", "mode=loud", "fusion=x", "rrf_k=-1", "k=1")) {
      assertThatThrownBy(() -> Setting.parse(wrong)).isInstanceOf(RequestException.class);
    }
  }
}
