package dev.segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.segue.catalog.Progress;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.index.Attachment;
import dev.segue.index.IndexBackend;
import dev.segue.index.IndexBuilder;
import dev.segue.index.IndexedTrack;
import dev.segue.index.TrackIndex;
import dev.segue.listener.TrackTaste;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventType;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.query.TrackFilter;
import dev.segue.query.Versions;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the log of events to a model of taste that answers, and goes on answering. */
class TasteTrainingTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private static final String IALS = "ials:factors=8,epochs=4";
  private static final int LISTENERS = 30;

  private final List<Track> tracks = new SyntheticCatalog(200, 7).tracks().toList();

  /** The last tracks nobody plays. */
  private final List<Event> plays = RandomPlays.of(tracks.subList(0, 150), LISTENERS, 5);

  @TempDir private Path folder;
  private Path path;
  private TestIndex index;
  private EventLog log;

  @BeforeEach
  void open() throws Exception {
    path = folder.resolve("index");
    index = new TestIndex(path);
    index.build(tracks);
    log = EventLog.at(folder.resolve("listening.db").toString());
  }

  @AfterEach
  void close() {
    log.close();
  }

  private TasteTraining.Result train(EventLog from, String model) throws IOException {
    return new TasteTraining(path, from, NOON, Progress.NONE)
        .run(ModelSettings.parse(model, TasteKind.values()), 1);
  }

  private TasteTraining.Result train(String model) throws IOException {
    return train(log, model);
  }

  /** What listeners of each track also play, by their ids, with the scores. */
  private Map<String, Map<String, Double>> answers() throws IOException {
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      Map<String, Map<String, Double>> answers = new TreeMap<>();
      for (Track track : tracks.subList(0, 60)) {
        if (snapshot.index().byId(track.id()).isPresent()) {
          answers.put(track.id(), similar(snapshot, track.id()));
        }
      }
      return answers;
    }
  }

  private static Map<String, Double> similar(Snapshot snapshot, String id) throws IOException {
    IndexedTrack track = snapshot.track(id);
    Map<String, Double> similar = new LinkedHashMap<>();
    snapshot
        .trackTaste()
        .similar(track, 200, TrackFilter.EVERYTHING, Versions.ALL)
        .forEach(each -> similar.put(each.track().id(), each.score()));
    return similar;
  }

  private String answering() throws IOException {
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.taste().refusal()).isEmpty();
      assertThat(snapshot.taste().tracks().isPresent())
          .isEqualTo(snapshot.taste().name().isPresent());
      return snapshot.taste().name().orElse("none");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {IALS, "pure-svd:factors=8", "item-knn:k=20", "edlae:kept=30"})
  void whatWasTrainedAnswers(String model) throws Exception {
    assertThat(answering()).isEqualTo("none");
    log.put(plays);
    TasteTraining.Result result = train(model);
    assertThat(answering()).isEqualTo("taste-1");
    assertThat(result.from().events()).isEqualTo(plays.size());
    assertThat(result.from().unknownTracks()).isZero();
    assertThat(result.taste().listeners()).isEqualTo(LISTENERS);
    assertThat(result.taste().settings()).hasToString(model);
    assertThat(result.taste().trainedAt()).isEqualTo(NOON.instant());
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      Set<String> pairs = new HashSet<>();
      Set<Integer> recordings = new HashSet<>();
      for (Event play : plays) {
        int ordinal = snapshot.track(play.trackId()).ordinal();
        int recording = snapshot.index().versions(ordinal).getFirst();
        recordings.add(recording);
        pairs.add(play.userId() + " " + recording);
      }
      assertThat(result.from().interactions().size()).isEqualTo(pairs.size());
      assertThat(result.taste().records()).isEqualTo(pairs.size());
      assertThat(result.recordings()).isEqualTo(recordings.size());
      TrackTaste answering = snapshot.trackTaste();
      assertThat(answering.recordings()).isEqualTo(recordings.size());
      assertThat(answering.trained().items()).isEqualTo(result.taste().items());
      // Who likes the third that a track is of plays the others of that third.
      int asked = 0;
      while (snapshot.index().versions(asked).size() > 1) {
        asked += 3;
      }
      List<String> camp = new ArrayList<>();
      for (String id : similar(snapshot, tracks.get(asked).id()).keySet()) {
        int ordinal = snapshot.track(id).ordinal();
        if (snapshot.index().versions(ordinal).size() == 1) {
          camp.add("of " + ordinal % 3);
        }
      }
      assertThat(camp.subList(0, 8)).containsOnly("of 0");
    }
  }

  @Test
  void versionsOfARecordingAreLearnedAsOne() throws Exception {
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      int first = 0;
      while (snapshot.index().versions(first).size() < 2) {
        first++;
      }
      List<Integer> versions = snapshot.index().versions(first);
      String stands = snapshot.index().track(versions.get(0)).id();
      String other = snapshot.index().track(versions.get(1)).id();
      int apart = 0;
      while (versions.contains(apart)) {
        apart++;
      }
      String another = snapshot.index().track(apart).id();
      Instant at = NOON.instant();
      log.put(
          List.of(
              RandomPlays.event("ann", other, EventType.SAVE, at),
              RandomPlays.event("ann", stands, EventType.PLAY, at.minusSeconds(9)),
              RandomPlays.event("ann", another, EventType.PLAY, at),
              RandomPlays.event("bob", stands, EventType.LIKE, at),
              RandomPlays.event("bob", another, EventType.DISLIKE, at)));
      TasteTraining.Result result = train("item-knn");
      assertThat(result.recordings()).isEqualTo(2);
      assertThat(result.taste().items()).contains(stands).doesNotContain(other);
      Map<String, Float> values = new TreeMap<>();
      Interactions learned = result.from().interactions();
      for (int i = 0; i < learned.size(); i++) {
        String user = learned.users().id(learned.user(i));
        values.put(user + " " + learned.items().id(learned.item(i)), learned.value(i));
        assertThat(learned.time(i)).isEqualTo(at.getEpochSecond());
      }
      assertThat(values)
          .isEqualTo(Map.of("ann " + stands, 6f, "ann " + another, 1f, "bob " + stands, 5f));
    }
  }

  @Test
  void unknownTracksAreCounted() throws Exception {
    log.put(plays);
    Instant at = NOON.instant();
    log.put(
        List.of(
            RandomPlays.event("listener-1", "nowhere", EventType.PLAY, at),
            RandomPlays.event("listener-2", "nowhere", EventType.PLAY, at),
            RandomPlays.event("listener-2", "elsewhere", EventType.SKIP, at)));
    TasteTraining.Result result = train("item-knn");
    assertThat(result.from().events()).isEqualTo(plays.size() + 3);
    assertThat(result.from().unknownTracks()).isEqualTo(2);
    assertThat(result.taste().items()).doesNotContain("nowhere", "elsewhere");
  }

  @Test
  void whereThereIsNothingToLearnFromTheModelBeforeGoesOn() throws Exception {
    assertThatThrownBy(() -> train(IALS))
        .isInstanceOf(ListeningException.class)
        .hasMessage(
            "The log has 0 events, none of them a play of a track of this catalogue; there is"
                + " nothing to learn from yet. Import some with `segue listen import FILE`.");
    assertThat(answering()).isEqualTo("none");
    log.put(plays);
    train(IALS);
    Map<String, Map<String, Double>> before = answers();
    log.deleteBefore(NOON.instant());
    Instant at = NOON.instant();
    log.put(
        List.of(
            RandomPlays.event("ann", "nowhere", EventType.PLAY, at),
            RandomPlays.event("ann", tracks.get(1).id(), EventType.SKIP, at),
            RandomPlays.event("ann", tracks.get(2).id(), EventType.DISLIKE, at)));
    assertThatThrownBy(() -> train(IALS))
        .isInstanceOf(ListeningException.class)
        .hasMessageStartingWith("The log has 3 events, none of them a play of a track");
    log.put(List.of(RandomPlays.event("ann", tracks.get(3).id(), EventType.PLAY, at)));
    assertThatThrownBy(() -> train(IALS))
        .isInstanceOf(ListeningException.class)
        .hasMessageContaining("1 users and 1 items to learn from");
    assertThat(answering()).isEqualTo("taste-1");
    assertThat(answers()).isEqualTo(before);
  }

  @Test
  void whileTheIndexIsBeingBuiltNoModelIsInstalled() throws Exception {
    log.put(plays);
    try (GenerationWriter writer = GenerationWriter.open(new Generations(path))) {
      assertThat(writer.tastes(1).current()).isEmpty();
      assertThatThrownBy(() -> train("item-knn")).isInstanceOf(BusyException.class);
    }
    assertThat(answering()).isEqualTo("none");
    train("item-knn");
    assertThat(answering()).isEqualTo("taste-1");
  }

  @Test
  void theLastTwoModelsStay() throws Exception {
    log.put(plays);
    for (int i = 0; i < 4; i++) {
      train(i % 2 == 0 ? IALS : "item-knn");
    }
    assertThat(answering()).isEqualTo("taste-4");
    try (Stream<Path> children = Files.list(generation(1))) {
      assertThat(children.map(child -> child.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "manifest.json", "rejects.csv", "store", "taste-3", "taste-4", "TASTE");
    }
  }

  @Test
  void whatADeadTrainingLeftIsCleared() throws Exception {
    log.put(plays);
    train("item-knn");
    Files.createDirectories(generation(1).resolve("taste-2/model"));
    Files.createDirectories(generation(1).resolve("taste-5"));
    train(IALS);
    assertThat(answering()).isEqualTo("taste-2");
    assertThat(models()).containsExactlyInAnyOrder("taste-1", "taste-2");
  }

  @Test
  void whatCannotBeKeptLeavesTheModelBefore() throws Exception {
    log.put(plays);
    train("item-knn");
    TrainedTaste trained = train(IALS).taste();
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      Tastes tastes = new Tastes(generation(1));
      assertThatThrownBy(() -> tastes.install(trained, snapshot.index(), new FullDisk()))
          .isInstanceOf(IOException.class)
          .hasMessage("The model of taste cannot be kept in %s: full.".formatted(generation(1)));
    }
    assertThat(answering()).isEqualTo("taste-2");
    assertThat(models()).containsExactlyInAnyOrder("taste-1", "taste-2");
  }

  /** Where nothing more can be attached. */
  private static final class FullDisk implements IndexBackend {
    @Override
    public IndexBuilder create(Path folder, List<FeatureSpace> spaces) {
      throw new UnsupportedOperationException();
    }

    @Override
    public TrackIndex open(
        Path folder, List<FeatureSpace> spaces, Optional<Attachment> attachment) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void attach(Path folder, Attachment attachment, Vectors vectors) throws IOException {
      throw new IOException("full");
    }
  }

  private List<String> models() throws IOException {
    try (Stream<Path> children = Files.list(generation(1))) {
      return children
          .map(child -> child.getFileName().toString())
          .filter(name -> name.startsWith("taste-"))
          .toList();
    }
  }

  private Path generation(long number) {
    return new Generations(path).folder(number);
  }

  /** As if they had never been there: not a bit tells of them. */
  @ParameterizedTest
  @ValueSource(strings = {IALS, "pure-svd:factors=8", "item-knn:k=20"})
  void whoIsErasedIsNotLearnedFrom(String model) throws Exception {
    String erased = "listener-4";
    log.put(plays);
    train(model);
    Map<String, ByteBuffer> with = files(generation(1).resolve("taste-1"));
    assertThat(log.delete(erased)).isPositive();
    train(model);
    try (EventLog never = EventLog.at(folder.resolve("never.db").toString())) {
      never.put(plays.stream().filter(play -> !play.userId().equals(erased)).toList());
      train(never, model);
    }
    Map<String, ByteBuffer> without = files(generation(1).resolve("taste-2"));
    assertThat(without).isEqualTo(files(generation(1).resolve("taste-3"))).isNotEqualTo(with);
  }

  /** Of the model; vectors that are attached to the index have names and times of their own. */
  private static Map<String, ByteBuffer> files(Path taste) throws IOException {
    Map<String, ByteBuffer> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(taste.resolve("model"))) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    assertThat(files).containsKey("description.json").hasSizeGreaterThan(3);
    return files;
  }

  /** The catalogue loses half of its tracks, then has them again, in another order. */
  @ParameterizedTest
  @ValueSource(strings = {IALS, "item-knn:k=20"})
  void aRebuildCarriesTheModelOver(String model) throws Exception {
    log.put(plays);
    TasteTraining.Result trained = train(model);
    Map<String, Map<String, Double>> before = answers();
    index.build(tracks.subList(0, 100));
    assertThat(answering()).isEqualTo("taste-1");
    Map<String, Map<String, Double>> half = answers();
    assertThat(half.keySet()).isEqualTo(before.keySet());
    int compared = 0;
    for (var each : half.entrySet()) {
      for (var score : each.getValue().entrySet()) {
        Double then = before.get(each.getKey()).get(score.getKey());
        assertThat(score.getValue()).isEqualTo(then);
        compared++;
      }
    }
    assertThat(compared).isPositive();
    index.build(tracks.reversed());
    Map<String, Map<String, Double>> again = answers();
    assertThat(again).isEqualTo(before);
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.manifest().generation()).isEqualTo(3);
      assertThat(snapshot.trackTaste().recordings()).isEqualTo(trained.recordings());
      assertThat(snapshot.trackTaste().trained().trainedAt()).isEqualTo(NOON.instant());
    }
  }

  @Test
  void inAnotherCatalogueTheModelWaits() throws Exception {
    log.put(plays);
    train(IALS);
    Map<String, Map<String, Double>> before = answers();
    index.build(new SyntheticCatalog(50, 8).tracks().toList());
    try (Engine engine = index.open();
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.taste().tracks()).isEmpty();
      assertThat(snapshot.taste().refusal())
          .hasValue("The model of taste knows no track of this catalogue.");
      assertThat(snapshot.index().size()).isEqualTo(50);
    }
    index.build(tracks);
    assertThat(answers()).isEqualTo(before);
  }
}
