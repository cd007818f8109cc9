package dev.segue.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void noMoreThanCanBeRead() {
    assertThat(Quoted.of("a".repeat(80))).isEqualTo("a".repeat(80));
    assertThat(Quoted.of("a".repeat(81))).isEqualTo("a".repeat(80) + "…");
    assertThat(Quoted.of("a".repeat(79) + "\ud83c\udfa7"))
        .as("no half of a character")
        .isEqualTo("a".repeat(79) + "…");
  }

  @Test
  void tenAndHowManyMore() {
    assertThat(Quoted.list(List.of("a", "b".repeat(99)))).isEqualTo("a, " + "b".repeat(80) + "…");
    List<String> ids = IntStream.range(0, 11).mapToObj(Integer::toString).toList();
    assertThat(Quoted.list(ids.subList(0, 10))).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9");
    assertThat(Quoted.list(ids)).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 1 more");
  }
}
