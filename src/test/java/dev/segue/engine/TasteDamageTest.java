package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.index.IndexedTrack;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.model.Descriptions;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.query.RequestException;
import dev.segue.query.RequestException.Code;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.rank.ScoredTrack;
import dev.segue.recommend.SimilarRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of taste that is damaged is not asked, and costs nothing but its answers. */
class TasteDamageTest {
  private final List<Track> tracks = new SyntheticCatalog(100, 7).tracks().toList();

  @TempDir private Path folder;
  private TestIndex index;
  private Path generation;
  private List<String> bySound;

  @BeforeEach
  void train() throws Exception {
    Path path = folder.resolve("index");
    index = new TestIndex(path);
    index.build(tracks);
    train(path, tracks);
    generation = new Generations(path).folder(1);
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.taste().refusal()).isEmpty();
      bySound = bySound(snapshot);
    }
  }

  private void train(Path path, List<Track> played) throws Exception {
    Path file = Files.createTempFile(folder, "listening", ".db");
    try (EventLog log = EventLog.at(file.toString())) {
      log.put(RandomPlays.of(played, 20, 5));
      new TasteTraining(path, log, Clock.systemUTC(), Progress.NONE)
          .run(ModelSettings.parse("ials:factors=8,epochs=2", TasteKind.values()), 1);
    }
  }

  private List<String> bySound(Snapshot snapshot) throws IOException {
    SimilarRequest request =
        new SimilarRequest(
            snapshot.space(Optional.empty()), 10, TrackFilter.EVERYTHING, Versions.ONE);
    return snapshot.recommender().similar(asked(snapshot), request).stream()
        .map(ScoredTrack::track)
        .map(Track::id)
        .toList();
  }

  private IndexedTrack asked(Snapshot snapshot) throws IOException {
    return snapshot.track(tracks.getFirst().id());
  }

  /** Taste is refused with a reason, and sound is asked as before; gives the reason. */
  private String refusal(String what) throws IOException {
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.taste().tracks()).as(what).isEmpty();
      String reason = snapshot.taste().refusal().orElseThrow(() -> new AssertionError(what));
      assertThat(reason)
          .as(what)
          .isNotBlank()
          .isNotEqualTo("null")
          .doesNotStartWith("Input length");
      assertThatThrownBy(snapshot::trackTaste)
          .as(what)
          .isInstanceOfSatisfying(
              RequestException.class, e -> assertThat(e.code()).isEqualTo(Code.UNKNOWN_SPACE))
          .hasMessage("space is 'taste', whose model cannot be used: " + reason);
      assertThat(bySound(snapshot)).as(what).isEqualTo(bySound);
      return reason;
    }
  }

  @Test
  void whateverFileIsDamaged() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(generation.resolve("taste-1"))) {
      files =
          all.filter(Files::isRegularFile).filter(each -> !each.endsWith("write.lock")).toList();
    }
    assertThat(files).hasSizeGreaterThan(8);
    for (Path file : files) {
      String name = file.getFileName().toString();
      byte[] whole = Files.readAllBytes(file);
      for (int bit : new int[] {1, 64, 128}) {
        byte[] broken = whole.clone();
        broken[broken.length / 2] ^= (byte) bit;
        Files.write(file, broken);
        refusal("%s with a bit flipped, %d".formatted(name, bit));
      }
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      refusal(name + " cut");
      Files.write(file, new byte[0]);
      refusal(name + " emptied");
      Files.delete(file);
      refusal("without " + name);
      Files.write(file, whole);
    }
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.taste().refusal()).isEmpty();
    }
  }

  @Test
  void aModelOfAnotherProgram() throws Exception {
    Path description = generation.resolve("taste-1/model/description.json");
    String text = Files.readString(description);
    assertThat(text).contains("\"format\" : 3", "\"ials:");
    Descriptions.write(description, text.replace("\"format\" : 3", "\"format\" : 9"));
    assertThat(refusal("format")).endsWith("has format 9, this program reads 3.");
    Descriptions.write(description, text.replace("\"ials:", "\"deep:"));
    assertThat(refusal("kind")).contains("There is no model 'deep'");
    for (String name : List.of("model", "trained_at", "items", "files")) {
      Descriptions.write(description, text.replace("\"%s\"".formatted(name), "\"other\""));
      refusal("without " + name);
    }
  }

  @Test
  void vectorsOfAnotherIndex() throws Exception {
    Path path = folder.resolve("other");
    new TestIndex(path).build(tracks.subList(0, 99));
    train(path, tracks.subList(0, 99));
    Path theirs = new Generations(path).folder(1).resolve("taste-1");
    Durable.delete(generation.resolve("taste-1"));
    try (Stream<Path> all = Files.walk(theirs)) {
      for (Path each : all.toList()) {
        Files.copy(each, generation.resolve("taste-1").resolve(theirs.relativize(each)));
      }
    }
    assertThat(refusal("vectors of another index")).endsWith("was written for another index");
  }

  @Test
  void aPointerThatSaysNonsense() throws Exception {
    Path pointer = generation.resolve("TASTE");
    Files.writeString(pointer, "../../model");
    assertThat(refusal("nonsense")).endsWith("TASTE says '../../model', which is no model.");
    Files.writeString(pointer, "taste-2\n");
    refusal("a model that is not there");
    Files.write(pointer, new byte[] {'t', (byte) 0xFF, (byte) 0xC3});
    refusal("no text");
  }

  /** The index is what matters: it is built, and the model left behind. */
  @Test
  void aRebuildLeavesADamagedModelBehind() throws Exception {
    Path path = folder.resolve("index");
    for (String file :
        List.of("TASTE", "taste-1/model/items.txt", "taste-1/model/description.json")) {
      for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
        Files.writeString(generation.resolve(file), "Nonsens, fürwahr", charset);
        refusal(file);
        long next = index.build(tracks);
        try (Engine engine = index.open();
            Snapshot snapshot = engine.snapshot()) {
          assertThat(snapshot.manifest().generation()).isEqualTo(next);
          assertThat(snapshot.taste())
              .isEqualTo(new Taste(Optional.empty(), Optional.empty(), Optional.empty()));
        }
        train(path, tracks);
        generation = new Generations(path).folder(next);
        assertThat(generation.resolve("TASTE")).hasContent("taste-1");
      }
    }
  }
}
