package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was trained is read as it was written, or not at all. */
class TrainedTasteTest {
  private static final int ITEMS = 20;

  private final long seed = new Random().nextLong();
  private final Interactions data = RandomInteractions.of(30, ITEMS, new Random(seed));

  @TempDir private Path folder;

  private TrainedTaste trained(String model) throws ListeningException {
    ModelSettings<TasteKind> settings = ModelSettings.parse(model, TasteKind.values());
    return new TrainedTaste(
        settings,
        Instant.ofEpochSecond(1),
        5,
        30,
        data.size(),
        IntStream.range(0, ITEMS).mapToObj(data.items()::id).toList(),
        data.popularity(),
        TasteKind.train(settings, data, Training.of(5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "popularity",
        "item-knn:k=4",
        "ease",
        "edlae:kept=3",
        "ials:factors=3,weights=log",
        "pure-svd:factors=2"
      })
  void answersAsBefore(String model) throws Exception {
    TrainedTaste written = trained(model);
    written.write(folder);
    TrainedTaste read = TrainedTaste.read(folder);
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("model", "settings")
        .isEqualTo(written);
    assertThat(read.settings()).isEqualTo(written.settings());
    for (int user = 0; user < 10; user++) {
      History history = SparseMatrix.of(data).row(user);
      assertThat(scores(read.model(), history))
          .as("seed %d", seed)
          .isEqualTo(scores(written.model(), history));
    }
  }

  private static float[] scores(TasteModel model, History history) {
    float[] scores = new float[model.items()];
    model.score(history, scores);
    return scores;
  }

  @Test
  void whatIsDamagedIsRefused() throws Exception {
    trained("edlae:kept=3").write(folder);
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.toList();
    }
    assertThat(files).hasSize(7);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      byte[] broken = whole.clone();
      broken[broken.length / 2] ^= 64;
      refuses(file, broken);
      refuses(file, Arrays.copyOf(whole, whole.length / 2));
      Files.delete(file);
      assertThatThrownBy(() -> TrainedTaste.read(folder))
          .as("without %s", file.getFileName())
          .isInstanceOf(ListeningException.class);
      Files.write(file, whole);
    }
    TrainedTaste.read(folder);
  }

  private void refuses(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    assertThatThrownBy(() -> TrainedTaste.read(folder))
        .as("%s", file.getFileName())
        .isInstanceOf(ListeningException.class);
  }

  /** Another λ, another k, another id would change answers, and nobody would know. */
  @ParameterizedTest
  @ValueSource(strings = {"description.json", "description.crc32c", "items.txt"})
  void noByteChangesUnseen(String name) throws Exception {
    trained("ials:factors=3").write(folder);
    Path file = folder.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int place = 0; place < whole.length; place++) {
      for (int bit = 1; bit < 256; bit *= 2) {
        byte[] broken = whole.clone();
        broken[place] ^= (byte) bit;
        Files.write(file, broken);
        assertThatThrownBy(() -> TrainedTaste.read(folder))
            .as("byte %d of %s", place, name)
            .isInstanceOf(ListeningException.class)
            .hasMessageEndingWith("is damaged: its checksum differs.");
      }
    }
  }

  @Test
  void whatAnotherProgramWroteIsRefused() throws Exception {
    trained("ease").write(folder);
    Path description = folder.resolve("description.json");
    String text = Files.readString(description);
    Descriptions.write(description, text.replace("\"format\" : 3", "\"format\" : 4"));
    assertThatThrownBy(() -> TrainedTaste.read(folder))
        .hasMessageContaining("format 4, this program reads 3");
    Descriptions.write(description, text.replace("\"items\" : 20", "\"items\" : 21"));
    assertThatThrownBy(() -> TrainedTaste.read(folder))
        .hasMessageEndingWith("items.txt has 20 lines, expected are 21.");
    Files.delete(folder.resolve("description.crc32c"));
    assertThatThrownBy(() -> TrainedTaste.read(folder)).hasMessageContaining("an earlier program");
    Descriptions.write(description, text.replace("\"ease\"", "\"deep\""));
    assertThatThrownBy(() -> TrainedTaste.read(folder))
        .hasMessageContaining("There is no model 'deep'");
  }
}
