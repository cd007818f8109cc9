package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segue.catalog.CatalogWriter;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.cli.Start;
import java.io.BufferedWriter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds are killed at random moments while they write: the old generation answers, or the new,
 * never neither.
 */
class KilledBuildIT {
  private static final int KILLS = 20;
  private static final int OLD_TRACKS = 300;
  private static final int NEW_TRACKS = 2_000;

  @Test
  void whoeverDiesLeavesAnIndexThatAnswers(@TempDir Path folder) throws Exception {
    long seed = new Random().nextLong();
    System.out.printf("KilledBuildIT: seed %d%n", seed);
    Random random = new Random(seed);
    Path index = folder.resolve("index");
    Path oldFile = write(folder.resolve("old.csv"), OLD_TRACKS);
    Path newFile = write(folder.resolve("new.csv"), NEW_TRACKS);
    rebuild(index, oldFile);
    Times times = timesOfABuild(folder.resolve("timed"), newFile);

    int switched = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long before = generation(index);
      Process build = startBuild(index, newFile);
      long life = random.nextLong(times.begun * 4 / 5, times.whole * 5 / 4);
      build.waitFor(life, TimeUnit.MILLISECONDS);
      build.destroyForcibly().waitFor();
      long after = generation(index);
      assertThat(after).isIn(before, before + 1);
      switched += after > before ? 1 : 0;
      assertAnswers(index, after == 1 ? OLD_TRACKS : NEW_TRACKS);
    }
    System.out.printf("KilledBuildIT: %d of %d builds were done before%n", switched, KILLS);

    rebuild(index, oldFile);
    assertAnswers(index, OLD_TRACKS);
    assertNoRests(index);
  }

  private static void assertAnswers(Path index, int tracks) throws Exception {
    try (Engine engine = Engine.open(index);
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.index().size()).isEqualTo(tracks);
      for (int ordinal = 0; ordinal < tracks; ordinal += 97) {
        assertThat(snapshot.index().track(ordinal)).isNotNull();
      }
    }
  }

  /** The next build clears what dead ones left. */
  private static void assertNoRests(Path index) throws Exception {
    Generations generations = new Generations(index);
    assertThat(generations.all().lastKey()).isEqualTo(generations.current().orElseThrow());
    assertThat(generations.all()).hasSizeLessThanOrEqualTo(3);
    try (Stream<Path> files = Files.list(index)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".new")))
          .isEmpty();
    }
  }

  /** After how many milliseconds a build begins to write, and ends. */
  private record Times(long begun, long whole) {}

  private static Times timesOfABuild(Path index, Path file) throws Exception {
    Files.createDirectories(index);
    Process build = startBuild(index, file);
    long start = System.nanoTime();
    while (build.isAlive() && new Generations(index).all().isEmpty()) {
      Thread.sleep(1);
    }
    long begun = System.nanoTime();
    assertThat(build.waitFor()).isZero();
    return new Times(
        TimeUnit.NANOSECONDS.toMillis(begun - start),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private static Process startBuild(Path index, Path file) throws Exception {
    return new ProcessBuilder(Start.command("index", file.toString(), "--index", index.toString()))
        .redirectErrorStream(true)
        .redirectOutput(new File("/dev/null"))
        .start();
  }

  private static void rebuild(Path index, Path file) throws Exception {
    new Rebuild(index, Clock.systemUTC(), Progress.NONE)
        .run(List.of(file.toString()), ReadOptions.DEFAULT, 3);
  }

  private static long generation(Path index) throws Exception {
    return new Generations(index).current().orElseThrow();
  }

  private static Path write(Path file, int tracks) throws Exception {
    try (BufferedWriter out = Files.newBufferedWriter(file);
        CatalogWriter writer = new CatalogWriter(out)) {
      for (Track track : new SyntheticCatalog(tracks, 1)) {
        writer.write(track);
      }
    }
    return file;
  }
}
