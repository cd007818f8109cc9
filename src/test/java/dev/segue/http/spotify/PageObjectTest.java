package dev.segue.http.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.http.spotify.PageObject.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageObjectTest {
  private static final Links.Question QUESTION =
      new Links("http://here").question("x", Map.of("q", List.of("a&b")));

  @Test
  void whatCannotBeReachedHasNoPage() {
    PageObject<Integer> last = page(new Window(50, 960, 1_000), 5_000);
    assertThat(last.items()).hasSize(40).startsWith(960);
    assertThat(last.next()).isNull();
    assertThat(last.previous()).isEqualTo("http://here/v1/x?limit=50&offset=910&q=a%26b");
    assertThat(last.total()).isEqualTo(5_000);
    assertThat(page(new Window(50, 940, 1_000), 5_000).next()).endsWith("offset=990&q=a%26b");
    assertThat(page(new Window(50, 1_000, 1_000), 5_000).items()).isEmpty();
  }

  @Test
  void theLastPageMayBeFull() {
    assertThat(page(new Window(10, 20, 1_000), 30).next()).isNull();
    assertThat(page(new Window(10, 20, 1_000), 31).next()).isNotNull();
    assertThat(page(new Window(10, 5, 1_000), 31).previous()).contains("offset=0");
  }

  private static PageObject<Integer> page(Window window, int total) {
    return window.page(window.of(IntStream.range(0, total).boxed().toList()), total, QUESTION);
  }
}
