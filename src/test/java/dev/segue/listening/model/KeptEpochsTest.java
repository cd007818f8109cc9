package dev.segue.listening.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.Progress;
import dev.segue.listening.Interactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that goes on where it was ended ends as if it had never been. */
class KeptEpochsTest {
  private static final String MODEL = "ials:factors=7,epochs=5,weights=log";
  private static final long SEED = 3;

  private final long random = new Random().nextLong();
  private final Interactions data = RandomInteractions.of(40, 30, new Random(random));
  private final List<String> notes = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeEach
  void printSeed() {
    System.out.printf("KeptEpochsTest: seed %d%n", random);
  }

  /** Keeps every epoch in a folder of its own. */
  private final class EveryEpoch implements Checkpoint {
    int kept;

    @Override
    public Optional<Path> last() {
      return kept == 0 ? Optional.empty() : Optional.of(epoch(kept));
    }

    @Override
    public boolean due() {
      return true;
    }

    @Override
    public void keep(Content content) throws IOException {
      kept++;
      content.write(Files.createDirectories(epoch(kept)));
    }
  }

  private Path epoch(int number) {
    return folder.resolve("epoch-" + number);
  }

  /** What was kept, and nothing more. */
  private record Last(Optional<Path> last) implements Checkpoint {
    @Override
    public boolean due() {
      return false;
    }

    @Override
    public void keep(Content content) {
      throw new AssertionError();
    }
  }

  private FactorModel train(String model, Interactions from, long seed, Checkpoint checkpoint)
      throws Exception {
    notes.clear();
    Progress progress =
        new Progress() {
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
    ModelSettings<TasteKind> settings = ModelSettings.parse(model, TasteKind.values());
    FactorModel trained =
        (FactorModel)
            TasteKind.train(
                settings, from, new Training(seed, Long.MAX_VALUE, progress, checkpoint));
    notes.removeFirst(); // of memory
    return trained;
  }

  private float[][] vectors(FactorModel model) {
    float[][] vectors = new float[model.items()][];
    for (int item = 0; item < vectors.length; item++) {
      vectors[item] = model.itemVector(item);
    }
    return vectors;
  }

  @Test
  void endsWithTheSameBits() throws Exception {
    float[][] uninterrupted = vectors(train(MODEL, data, SEED, Checkpoint.NONE));
    EveryEpoch every = new EveryEpoch();
    assertThat(vectors(train(MODEL, data, SEED, every))).isDeepEqualTo(uninterrupted);
    assertThat(every.kept).isEqualTo(5);
    assertThat(notes).isEmpty();
    for (int epoch = 1; epoch <= 5; epoch++) {
      FactorModel resumed = train(MODEL, data, SEED, new Last(Optional.of(epoch(epoch))));
      assertThat(vectors(resumed)).as("seed %d", random).isDeepEqualTo(uninterrupted);
      assertThat(notes).containsExactly("Going on from epoch %d of 5".formatted(epoch));
    }
  }

  @Test
  void whatIsOfAnotherTrainingIsIgnored() throws Exception {
    train(MODEL, data, SEED, new EveryEpoch());
    Checkpoint last = new Last(Optional.of(epoch(4)));
    Interactions other = data.where(record -> record != 17);
    assertBeginsAnew(MODEL, other, SEED, last);
    assertBeginsAnew(MODEL, data, SEED + 1, last);
    for (String model :
        List.of(MODEL.replace("log", "count"), MODEL.replace("5", "6"), MODEL.replace("7", "8"))) {
      assertBeginsAnew(model, data, SEED, last);
    }
  }

  private void assertBeginsAnew(String model, Interactions from, long seed, Checkpoint last)
      throws Exception {
    FactorModel trained = train(model, from, seed, last);
    assertThat(notes)
        .containsExactly("The checkpoint is of other data, settings or seed; training begins anew");
    assertThat(vectors(trained))
        .as("seed %d", random)
        .isDeepEqualTo(vectors(train(model, from, seed, Checkpoint.NONE)));
  }

  @Test
  void whatIsDamagedIsIgnored() throws Exception {
    float[][] uninterrupted = vectors(train(MODEL, data, SEED, new EveryEpoch()));
    Checkpoint last = new Last(Optional.of(epoch(2)));
    List<Path> files;
    try (Stream<Path> all = Files.list(epoch(2))) {
      files = all.toList();
    }
    assertThat(files).hasSize(4);
    for (Path file : files) {
      byte[] whole = Files.readAllBytes(file);
      byte[] broken = whole.clone();
      broken[whole.length / 2] ^= 8;
      Files.write(file, broken);
      assertThat(vectors(train(MODEL, data, SEED, last))).isDeepEqualTo(uninterrupted);
      assertThat(notes).as("%s", file).singleElement().asString().contains("begins anew");
      Files.delete(file);
      assertThat(vectors(train(MODEL, data, SEED, last))).isDeepEqualTo(uninterrupted);
      assertThat(notes)
          .as("%s", file)
          .singleElement()
          .asString()
          .startsWith("The checkpoint cannot be read, training begins anew: " + folder);
      Files.write(file, whole);
    }
    train(MODEL, data, SEED, last);
    assertThat(notes).containsExactly("Going on from epoch 2 of 5");
  }

  @Test
  void goesOnWhenNothingCanBeKept() throws Exception {
    float[][] uninterrupted = vectors(train(MODEL, data, SEED, Checkpoint.NONE));
    EveryEpoch every = new EveryEpoch();
    Files.writeString(epoch(3), "in the way");
    assertThat(vectors(train(MODEL, data, SEED, every))).isDeepEqualTo(uninterrupted);
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("The checkpoint cannot be written: ")
        .contains("epoch-3");
  }
}
