package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a training takes is told before it begins, and what does not fit is refused. */
class MemoryNeedTest {
  private static final long GIGABYTE = 1_000_000_000;
  private static final Pattern INSTEAD = Pattern.compile("Take '([^']+)'");

  private static ModelSettings<TasteKind> settings(String text) {
    return ModelSettings.parse(text, TasteKind.values());
  }

  @ParameterizedTest
  @EnumSource(TasteKind.class)
  void isToldAndAllOfItCanBeTaken(TasteKind kind) throws Exception {
    Interactions data = RandomInteractions.of(90, 80, new Random(1));
    ModelSettings<TasteKind> usual = ModelSettings.usual(kind);
    long needed = TasteKind.memoryBytes(usual, data);
    List<String> notes = new ArrayList<>();
    TasteKind.train(usual, data, new Training(1, needed, noting(notes)));
    assertThat(notes)
        .containsExactly(
            "%1$s will take up to %2$,.1f MB of the %2$,.1f MB there are"
                .formatted(kind.kind(), needed / 1e6));

    notes.clear();
    assertThatThrownBy(
            () -> TasteKind.train(usual, data, new Training(1, needed - 1, noting(notes))))
        .isInstanceOf(ListeningException.class)
        .hasMessageStartingWith("%s takes up to ".formatted(kind.kind()))
        .hasMessageContaining(
            "to learn from %,d records of 90 users and 80 items; there are".formatted(data.size()))
        .hasMessageEndingWith(", or give Java more memory (SEGUE_JAVA_OPTS=-Xmx…).");
    assertThat(notes).isEmpty();
  }

  private static Progress noting(List<String> notes) {
    return new Progress() {
      @Override
      public void begin(String task, long total, String unit) {}

      @Override
      public void advance(long by) {}

      @Override
      public void end() {}

      @Override
      public void note(String line) {
        notes.add(line);
      }
    };
  }

  @Test
  void saysWhichSettingOrModelFitsInstead() {
    Shape few = new Shape(5_000, 40_000, 3_000_000);
    assertThat(instead("ease:lambda=30", few, 2 * GIGABYTE)).isEqualTo("ease:lambda=30,kept=200");
    assertThat(instead("edlae:kept=100", few, GIGABYTE / 4)).isEqualTo("ials");
    assertThat(instead("item-knn:k=4000", few, GIGABYTE)).isEqualTo("item-knn:k=2000");
    Shape many = new Shape(2_000_000, 40_000, 3_000_000);
    assertThat(instead("ials:factors=2048", many, 12 * GIGABYTE)).isEqualTo("ials:factors=1024");
    assertThat(instead("pure-svd:factors=900", many, 12 * GIGABYTE))
        .isEqualTo("pure-svd:factors=450");
    assertThat(instead("ials", many, 4_000_000)).isEqualTo("popularity");
    assertThat(refusal("ials", many, 1_000)).contains("No other model takes so much less, or give");
  }

  /** What is taken instead is not refused. */
  private static String instead(String model, Shape data, long available) {
    Matcher said = INSTEAD.matcher(refusal(model, data, available));
    assertThat(said.find()).isTrue();
    ModelSettings<TasteKind> instead = settings(said.group(1));
    assertThat(instead.kind().need(instead, data).bytes()).isLessThanOrEqualTo(available);
    return said.group(1);
  }

  private static String refusal(String model, Shape data, long available) {
    try {
      throw new AssertionError(MemoryNeed.told(settings(model), data, available));
    } catch (ListeningException e) {
      return e.getMessage();
    }
  }

  @Test
  void arraysAreAsLongAsJavaHasThem() throws Exception {
    long plenty = 1_000 * GIGABYTE;
    Shape most = new Shape(46_340, 60_000, 1_000_000);
    assertThat(MemoryNeed.told(settings("ease"), most, plenty)).contains("of the 1,000.0 GB");
    Shape more = new Shape(46_341, 60_000, 1_000_000);
    assertThat(refusal("ease", more, plenty))
        .startsWith(
            "ease makes an array of 2,147,488,281 numbers of 1,000,000 records of 46,341 users and"
                + " 60,000 items; Java has arrays of 2,147,483,639 at most. Take 'ials', which");
  }
}
