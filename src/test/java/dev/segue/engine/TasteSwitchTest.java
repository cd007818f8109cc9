package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.listener.TrackTaste;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.ScoredTrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that goes on answering while models of taste come and go. */
@Timeout(60)
class TasteSwitchTest {
  private static final int MODELS = 4;
  private static final int ASKERS = 2;

  private final List<Track> tracks = new SyntheticCatalog(200, 7).tracks().toList();

  @TempDir private Path folder;
  private TestIndex index;
  private EventLog log;

  @BeforeEach
  void open() throws Exception {
    index = new TestIndex(folder.resolve("index"));
    index.build(tracks);
    log = EventLog.at(folder.resolve("listening.db").toString());
    log.put(RandomPlays.of(tracks, 30, 5));
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void train(int model) throws IOException {
    String settings = "ials:epochs=2,factors=" + (4 + model);
    new TasteTraining(folder.resolve("index"), log, Clock.systemUTC(), Progress.NONE)
        .run(ModelSettings.parse(settings, TasteKind.values()), 1);
  }

  private List<ScoredTrack> similar(Snapshot snapshot) throws IOException {
    return snapshot
        .trackTaste()
        .similar(snapshot.track(tracks.getFirst().id()), 10, TrackFilter.EVERYTHING, Versions.ONE);
  }

  @Test
  void whoAsksNoticesNothingButOtherAnswers() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (Engine engine = index.open();
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
      engine.follow(Duration.ofMillis(10));
      List<Future<?>> asking = new ArrayList<>();
      for (int i = 0; i < ASKERS; i++) {
        asking.add(askers.submit(() -> askUntil(done, engine, seen)));
      }
      try {
        await(() -> seen.contains("none"));
        for (int model = 1; model <= MODELS; model++) {
          train(model);
          String name = "taste-" + model;
          await(() -> seen.contains(name) || asking.stream().anyMatch(Future::isDone));
        }
      } finally {
        done.set(true);
      }
      for (Future<?> asker : asking) {
        asker.get();
      }
    }
    assertThat(seen).containsExactlyInAnyOrder("none", "taste-1", "taste-2", "taste-3", "taste-4");
  }

  private Void askUntil(AtomicBoolean done, Engine engine, Set<String> seen) throws IOException {
    while (!done.get()) {
      try (Snapshot snapshot = engine.snapshot()) {
        assertThat(snapshot.taste().refusal()).isEmpty();
        if (snapshot.taste().tracks().isPresent()) {
          assertThat(similar(snapshot)).hasSize(10);
          // The model that answers is the one that is named.
          String name = snapshot.taste().name().orElseThrow();
          TrackTaste taste = snapshot.trackTaste();
          assertThat("taste-" + (taste.trained().settings().count("factors") - 4)).isEqualTo(name);
        }
        seen.add(snapshot.taste().name().orElse("none"));
      }
    }
    return null;
  }

  /** Its files are gone from the folder by then, and are let go when the last request has ended. */
  @Test
  void aRequestEndsOnTheModelThatItBeganWith() throws Exception {
    train(1);
    try (Engine engine = index.open()) {
      engine.follow(Duration.ofMillis(10));
      try (Snapshot inFlight = engine.snapshot()) {
        List<ScoredTrack> before = similar(inFlight);
        for (int model = 2; model <= MODELS; model++) {
          train(model);
          await(named(engine, "taste-" + model));
        }
        assertThat(folder.resolve("index/generation-1/taste-1")).doesNotExist();
        assertThat(similar(inFlight)).isEqualTo(before);
        assertThat(inFlight.taste().name()).hasValue("taste-1");
        assertThat(mapped("taste-1/")).isPositive();
      }
      await(() -> mapped("taste-1/") + mapped("taste-2/") + mapped("taste-3/") == 0);
      assertThat(mapped("taste-4/")).isPositive();
    }
    assertThat(mapped("taste-4/")).isZero();
  }

  /** A model that cannot be opened is switched to like any other, and costs only its answers. */
  @Test
  void anEngineSwitchesFromADamagedModelToAWholeOne() throws Exception {
    train(1);
    Path description =
        folder.resolve("index/generation-1/taste-1/model").resolve("description.json");
    Files.writeString(description, "{}");
    try (Engine engine = index.open()) {
      try (Snapshot snapshot = engine.snapshot()) {
        assertThat(snapshot.taste().refusal()).isPresent();
      }
      engine.follow(Duration.ofMillis(10));
      train(2);
      await(named(engine, "taste-2"));
      try (Snapshot snapshot = engine.snapshot()) {
        assertThat(snapshot.taste().refusal()).isEmpty();
        assertThat(similar(snapshot)).hasSize(10);
      }
    }
  }

  private static Callable<Boolean> named(Engine engine, String name) {
    return () -> {
      try (Snapshot snapshot = engine.snapshot()) {
        return snapshot.taste().name().filter(name::equals).isPresent();
      }
    };
  }

  /** How many files of a model the process holds in memory. */
  private long mapped(String model) throws IOException {
    Path maps = Path.of("/proc/self/maps");
    assumeTrue(Files.exists(maps), "needs Linux's /proc");
    String wanted = folder.resolve("index/generation-1").resolve(model).toString();
    try (Stream<String> lines = Files.lines(maps)) {
      return lines.filter(line -> line.contains(wanted)).count();
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
