package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.catalog.synthetic.SyntheticListeners;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventType;
import dev.segue.listening.model.FactorModel;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TrainedTaste;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings are killed at random moments: the model before goes on answering, and the next training
 * goes on where that one was, to the very same model.
 */
class KilledTrainingIT {
  private static final int TRACKS = 300;
  private static final int LISTENERS = 200;
  private static final int EPOCHS = 40;
  private static final ModelSettings<TasteKind> SETTINGS =
      ModelSettings.parse("ials:factors=24,epochs=" + EPOCHS, TasteKind.values());

  private final long seed = new Random().nextLong();

  @TempDir private Path folder;

  private Path index;
  private Path log;
  private Path training;

  @BeforeEach
  void listen() throws Exception {
    System.out.printf("KilledTrainingIT: seed %d%n", seed);
    index = folder.resolve("index");
    log = folder.resolve("listening.db");
    training = index.resolve("training");
    List<Track> tracks = new SyntheticCatalog(TRACKS, 1).tracks().toList();
    new TestIndex(index).build(tracks);
    List<Event> events = new ArrayList<>();
    SyntheticListeners listeners = new SyntheticListeners(tracks, 1);
    for (int listener = 0; listener < LISTENERS; listener++) {
      listeners.listen(
          listener,
          deed ->
              events.add(
                  new Event(
                      "e" + events.size(),
                      deed.user(),
                      deed.trackId(),
                      EventType.valueOf(deed.type().toUpperCase(Locale.ROOT)),
                      Optional.of(deed.at()),
                      Optional.empty(),
                      1,
                      Map.of())));
    }
    try (EventLog open = EventLog.at(log.toString())) {
      open.add(events, Instant.EPOCH);
    }
  }

  @Test
  void whoeverIsKilledGoesOnLater() throws Exception {
    float[][] uninterrupted = vectors(train(SETTINGS));
    assertThat(training).doesNotExist();
    train(ModelSettings.usual(TasteKind.POPULARITY));

    Random random = new Random(seed);
    int wanted = 1 + random.nextInt(EPOCHS / 2);
    Process process = start();
    while (process.isAlive() && checkpoint() < wanted) {
      Thread.onSpinWait();
    }
    if (random.nextBoolean()) {
      process.destroyForcibly();
    } else {
      process.destroy(); // as Ctrl-C does
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as("killed before it was done").isNotZero();
    int reached = checkpoint();
    assertThat(reached).isGreaterThanOrEqualTo(wanted);
    assertThat(answering().settings().kind()).isEqualTo(TasteKind.POPULARITY);

    Process next = start();
    assertThat(next.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(next.exitValue()).isZero();
    assertThat(said()).contains("Going on from epoch %d of %d".formatted(reached, EPOCHS));
    assertThat(vectors(answering())).as("seed %d", seed).isDeepEqualTo(uninterrupted);
    assertThat(training).doesNotExist();
  }

  @Test
  void oneTrainsAtATime() throws Exception {
    Process process = start();
    while (process.isAlive() && checkpoint() < 1) {
      Thread.onSpinWait();
    }
    try {
      assertThatThrownBy(() -> train(SETTINGS))
          .isInstanceOf(BusyException.class)
          .hasMessage("Another training for %s is under way; wait until it is done.", index);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The number of the last checkpoint, which is that of the epoch; 0 when there is none. */
  private int checkpoint() {
    String[] names = training.toFile().list((in, name) -> name.startsWith("checkpoint-"));
    int last = 0;
    for (String name : names == null ? new String[0] : names) {
      last = Math.max(last, Integer.parseInt(name.substring("checkpoint-".length())));
    }
    return last;
  }

  private TrainedTaste train(ModelSettings<TasteKind> settings) throws Exception {
    try (EventLog open = EventLog.at(log.toString())) {
      return new TasteTraining(index, open, Clock.systemUTC(), Progress.NONE)
          .run(settings, 7)
          .taste();
    }
  }

  private TrainedTaste answering() throws Exception {
    Generations generations = new Generations(index);
    Tastes tastes = new Tastes(generations.folder(generations.current().orElseThrow()));
    return tastes.read(tastes.current().orElseThrow());
  }

  private static float[][] vectors(TrainedTaste taste) {
    FactorModel model = (FactorModel) taste.model();
    float[][] vectors = new float[model.items()][];
    for (int item = 0; item < vectors.length; item++) {
      vectors[item] = model.itemVector(item);
    }
    return vectors;
  }

  private String said() throws Exception {
    return Files.readString(folder.resolve("said.txt"));
  }

  private Process start() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            KilledTrainingIT.class.getName(),
            index.toString(),
            log.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said.txt").toFile())
        .start();
  }

  /** Trains as {@code segue train} does, but keeps every epoch, and is slow enough to be killed. */
  public static void main(String[] arguments) throws Exception {
    Progress progress =
        new Progress() {
          private boolean slow;

          @Override
          public void begin(String task, long total, String unit) {
            slow = unit.equals("epochs");
          }

          @Override
          public void advance(long by) {
            try {
              Thread.sleep(slow ? 50 : 0);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void end() {}

          @Override
          public void note(String line) {
            System.out.println(line);
          }
        };
    try (EventLog log = EventLog.at(arguments[1])) {
      new TasteTraining(Path.of(arguments[0]), log, Clock.systemUTC(), progress, Duration.ZERO)
          .run(SETTINGS, 7);
    }
  }
}
