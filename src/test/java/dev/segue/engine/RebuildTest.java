package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.CatalogException;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generations come, go and stay as they should. */
class RebuildTest {
  private static final String HEADER =
      "track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,energy,"
          + "key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,"
          + "time_signature,track_genre\n";

  @TempDir private Path folder;
  private Path index;
  private Generations generations;

  @BeforeEach
  void setUp() {
    index = folder.resolve("index");
    generations = new Generations(index);
  }

  @Test
  void theNewestThreeStay() throws Exception {
    Path file = catalogue("one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n");
    for (int i = 0; i < 5; i++) {
      rebuild(file);
    }
    assertThat(generations.all().keySet()).containsExactly(3L, 4L, 5L);
    assertThat(generations.current()).hasValue(5);
  }

  @Test
  void rejectedRowsAreListed() throws Exception {
    Path file =
        catalogue(
            """
            one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock
            two,A,B,"C, ""quoted""\",1,1000,False,9,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock
            """);
    Rebuild.Result result = rebuild(file, new ReadOptions(false, false, 1));
    assertThat(result.report().tracks()).isEqualTo(1);
    assertThat(Files.readString(result.rejects()))
        .startsWith("file,line,reason,detail,row\n")
        .contains(",3,danceability out of range,")
        .contains("\"two,A,B,\"\"C, \"\"\"\"quoted\"\"\"\"\"\",1,1000");
  }

  @Test
  void aBrokenCatalogueLeavesEverythingAsItWas() throws Exception {
    rebuild(catalogue("one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n"));
    Path broken = Files.writeString(folder.resolve("broken.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> rebuild(broken)).isInstanceOf(CatalogException.class);
    Path empty = Files.writeString(folder.resolve("empty.csv"), HEADER);
    assertThatThrownBy(() -> rebuild(empty)).isInstanceOf(CatalogException.class);
    assertThat(generations.current()).hasValue(1);
    assertThat(generations.all().keySet()).containsExactly(1L);
    try (Engine engine = Engine.open(index);
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.track("one").ordinal()).isZero();
    }
  }

  @Test
  void theSecondOfTwoBuildsIsTurnedAway() throws Exception {
    Path file = catalogue("one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n");
    try (GenerationWriter writer = GenerationWriter.open(generations)) {
      assertThat(writer.begin()).isEqualTo(1);
      assertThatThrownBy(() -> rebuild(file))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("Another build is writing");
    }
    assertThat(rebuild(file).generation()).isEqualTo(1);
  }

  @Test
  void aSpaceThatNoTrackHasAPlaceInIsLeftOut() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("hits.csv"),
            """
            track,artist,uri,danceability,energy,key,loudness,mode,speechiness,acousticness,\
            instrumentalness,liveness,valence,tempo,duration_ms,time_signature
            Song,Singer,spotify:track:abc,.1,.2,3,-8,1,.1,.1,0,.1,.1,120,200000,4
            """);
    rebuild(file);
    try (Engine engine = Engine.open(index);
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.spaces())
          .extracting(it -> it.space().name())
          .containsExactly("sound", "audio-12");
      assertThat(snapshot.track("abc").track().popularity()).isNull();
    }
  }

  @Test
  void aDamagedGenerationIsRefusedWithWords() throws Exception {
    rebuild(catalogue("one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n"));
    Path manifest = generations.folder(1).resolve("manifest.json");
    Files.writeString(manifest, "{");
    assertThatThrownBy(() -> Engine.open(index))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is damaged");
    Files.writeString(generations.pointer(), "nonsense");
    assertThatThrownBy(() -> Engine.open(index))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no generation");
    Files.delete(generations.pointer());
    assertThatThrownBy(() -> Engine.open(index))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("build one with");
  }

  @Test
  void anIndexOfAnotherFormatIsRefusedWithWords() throws Exception {
    rebuild(catalogue("one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n"));
    Path manifest = new Generations(index).folder(1).resolve("manifest.json");
    String json = Files.readString(manifest);
    String format = "\"format\" : " + Manifest.FORMAT;
    assertThat(json).contains(format);
    Files.writeString(manifest, json.replace(format, "\"format\" : 1"));
    assertThatThrownBy(() -> Engine.open(index))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("has format 1, of an older Segue, this program reads 7; index again");
    Files.writeString(manifest, json.replace(format, "\"format\" : 9"));
    assertThatThrownBy(() -> Engine.open(index))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("has format 9, this program reads 7; use Segue");
    Files.writeString(
        manifest,
        """
        {"format": 5, "generation": 1, "version": "0.1.0", "spaces": [
          {"name": "audio-12", "columns": ["tempo"], "means": [1.0], "deviations": [1.0]}]}
        """);
    assertThatThrownBy(() -> Engine.open(index))
        .as("as an older program wrote it")
        .hasMessageContaining("has format 5, of an older Segue");
  }

  @Test
  void oneImmenseCellCostsOneRow() throws Exception {
    String row = "one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n";
    Path file =
        catalogue(row + row.replace("one", "two").replace(",C,", "," + "C".repeat(40_000) + ","));
    Rebuild.Result result = rebuild(file, new ReadOptions(false, false, 1));
    assertThat(result.report().tracks()).isEqualTo(1);
    assertThat(result.report().rejectsByReason()).containsOnlyKeys("track_name too long");
    // The longest that is allowed, of a sign that folding makes eighteen of.
    Path longest = catalogue(row.replace(",C,", "," + "\uFDFA".repeat(1_000) + ","));
    assertThat(rebuild(longest).report().tracks()).isEqualTo(1);
  }

  @Test
  void aServerFollowsAnIndexThatWasDeletedAndBuiltAgain() throws Exception {
    String row = "one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n";
    rebuild(catalogue(row));
    try (Engine engine = Engine.open(index)) {
      engine.follow(Duration.ofMillis(10));
      try (GenerationWriter writer = GenerationWriter.open(generations)) {
        writer.discard(1);
        Files.delete(generations.pointer());
      }
      rebuild(catalogue(row + row.replace("one", "two")));
      assertThat(generations.current()).hasValue(1);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (size(engine) == 1 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(size(engine)).isEqualTo(2);
    }
  }

  @Test
  void anEmptyManifestIsDamagedToo() throws Exception {
    rebuild(catalogue("one,A,B,C,1,1000,False,.1,.1,1,-8,1,.1,.1,0,.1,.1,120,4,rock\n"));
    Files.writeString(generations.folder(1).resolve("manifest.json"), "{}");
    assertThatThrownBy(() -> Engine.open(index))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("is damaged");
  }

  private static int size(Engine engine) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.index().size();
    }
  }

  private Path catalogue(String rows) throws IOException {
    return Files.writeString(folder.resolve("catalogue.csv"), HEADER + rows);
  }

  private Rebuild.Result rebuild(Path file) throws IOException {
    return rebuild(file, ReadOptions.DEFAULT);
  }

  private Rebuild.Result rebuild(Path file, ReadOptions options) throws IOException {
    return new Rebuild(index, Clock.systemUTC(), Progress.NONE)
        .run(List.of(file.toString()), options, 3);
  }
}
