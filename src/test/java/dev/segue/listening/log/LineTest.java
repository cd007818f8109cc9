package dev.segue.listening.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void nobodyWaitsLong() {
    Line line = new Line(1);
    assertThat(line.enter()).isTrue();
    assertThat(line.enter()).isFalse();
    line.leave();
    assertThat(line.enter()).isTrue();
    line.widen(1);
    assertThat(line.enter()).isTrue();
    assertThat(line.enter()).isFalse();
  }

  @Test
  void nobodyWaitsBehindMany() throws Exception {
    Line line = new Line(60_000);
    assertThat(line.enter()).isTrue();
    try (ExecutorService waiting = Executors.newCachedThreadPool()) {
      List<Future<Boolean>> turns = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        turns.add(waiting.submit(line::enter));
      }
      while (line.waiting() < 64) {
        Thread.sleep(1);
      }
      assertThat(line.enter()).isFalse();
      for (int i = 0; i < 64; i++) {
        line.leave();
      }
      for (Future<Boolean> turn : turns) {
        assertThat(turn.get()).isTrue();
      }
    }
  }
}
