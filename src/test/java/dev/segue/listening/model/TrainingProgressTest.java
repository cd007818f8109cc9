package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Progress;
import dev.segue.listening.Interactions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each part of a training has a name, and all that it announced is done when it ends. */
class TrainingProgressTest {
  /** What was announced, and done, of each task; the tasks in their order. */
  private static final class Told implements Progress {
    final Map<String, Long> announced = new LinkedHashMap<>();
    final Map<String, Long> done = new LinkedHashMap<>();
    private String task;

    @Override
    public synchronized void begin(String begun, long total, String unit) {
      assertThat(task).isNull();
      task = begun;
      announced.put(task, total);
    }

    @Override
    public synchronized void advance(long by) {
      done.merge(task, by, Long::sum);
    }

    @Override
    public synchronized void end() {
      assertThat(task).isNotNull();
      task = null;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "item-knn, Weighing items",
    "ease, Inverting; Weighing items",
    "edlae:kept=9, Inverting; Weighing items",
    "ials:factors=3, Alternating",
    "pure-svd:factors=3, Decomposing"
  })
  void isTold(String model, String tasks) throws Exception {
    Interactions data = RandomInteractions.of(60, 50, new Random(1));
    Told told = new Told();
    TasteKind.train(
        ModelSettings.parse(model, TasteKind.values()),
        data,
        new Training(1, Long.MAX_VALUE, told));
    assertThat(String.join("; ", told.announced.keySet())).isEqualTo(tasks);
    assertThat(told.task).isNull();
    told.announced.remove("Inverting", -1L); // which is one step
    assertThat(told.done).isEqualTo(told.announced);
  }
}
