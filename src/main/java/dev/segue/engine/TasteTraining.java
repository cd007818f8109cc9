package dev.segue.engine;

import dev.segue.catalog.Progress;
import dev.segue.index.IndexBackend;
import dev.segue.index.TrackIndex;
import dev.segue.listening.Ids;
import dev.segue.listening.Interactions;
import dev.segue.listening.ListeningException;
import dev.segue.listening.log.Affinities;
import dev.segue.listening.log.Affinity;
import dev.segue.listening.log.Event;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventLogException;
import dev.segue.listening.model.Checkpoint;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.listening.model.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a model of taste from the log of events, and makes it the one that answers, while the one
 * before goes on answering. The lock of the index is only held for the last part.
 */
public final class TasteTraining {
  /** How much time's work may be lost when a training is ended. */
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(30);

  private final Path index;
  private final EventLog log;
  private final Clock clock;
  private final Progress progress;
  private final Duration checkpointInterval;
  private final IndexBackend backend = Engine.backend();

  /**
   * A training.
   *
   * @param index whose tracks are learned about
   */
  public TasteTraining(Path index, EventLog log, Clock clock, Progress progress) {
    this(index, log, clock, progress, CHECKPOINT_INTERVAL);
  }

  TasteTraining(
      Path index, EventLog log, Clock clock, Progress progress, Duration checkpointInterval) {
    this.index = index;
    this.log = log;
    this.clock = clock;
    this.progress = progress;
    this.checkpointInterval = checkpointInterval;
  }

  /**
   * What was learned from.
   *
   * @param interactions of listeners and recordings, one a pair; the value is {@link
   *     Affinity#weight}
   * @param events how many were read
   * @param unknownTracks how many tracks of events the catalogue does not have
   */
  public record Learned(Interactions interactions, long events, int unknownTracks) {}

  /**
   * What was trained.
   *
   * @param recordings how many recordings of the catalogue the model knows
   * @param memoryBytes what training took at most beside what it learned from
   */
  public record Result(
      TrainedTaste taste, Learned from, int recordings, long memoryBytes, Duration elapsed) {}

  /**
   * Trains and switches.
   *
   * @throws EventLogException when the log cannot be read at the moment
   * @throws ListeningException when there is too little to learn from, or too little memory
   * @throws BusyException when the index is being built at the moment, or another training is under
   *     way
   */
  public Result run(ModelSettings<TasteKind> settings, long seed)
      throws IOException, EventLogException {
    Instant start = clock.instant();
    Learned learned;
    try (Engine engine = Engine.open(index);
        Snapshot snapshot = engine.snapshot()) {
      learned = learn(snapshot.index());
    }
    Interactions interactions = learned.interactions;
    if (interactions.size() == 0) {
      throw new ListeningException(
          "The log has %,d events, none of them a play of a track of this catalogue; there is nothing"
                  .formatted(learned.events)
              + " to learn from yet. Import some with `segue listen import FILE`.");
    }
    int recordings;
    TrainedTaste trained;
    try (CheckpointFolder checkpoint = CheckpointFolder.open(index, clock, checkpointInterval)) {
      trained = train(settings, seed, interactions, checkpoint);
      recordings = install(trained);
      checkpoint.clear();
    }
    return new Result(
        trained,
        learned,
        recordings,
        TasteKind.memoryBytes(settings, interactions),
        Duration.between(start, clock.instant()));
  }

  private TrainedTaste train(
      ModelSettings<TasteKind> settings,
      long seed,
      Interactions interactions,
      Checkpoint checkpoint)
      throws ListeningException {
    return new TrainedTaste(
        settings,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        seed,
        interactions.users().size(),
        interactions.size(),
        IntStream.range(0, interactions.items().size()).mapToObj(interactions.items()::id).toList(),
        interactions.popularity(),
        TasteKind.train(settings, interactions, Training.of(seed, progress, checkpoint)));
  }

  private Learned learn(TrackIndex tracks) throws IOException, EventLogException {
    Recordings recordings = new Recordings(tracks);
    Interactions.Builder builder = new Interactions.Builder(new Ids(), new Ids());
    long[] events = new long[1];
    progress.begin("Reading events", log.count(), "events");
    try {
      log.read(
          (user, ofUser) -> {
            add(user, ofUser, recordings, builder);
            events[0] += ofUser.size();
            progress.advance(ofUser.size());
          });
    } finally {
      progress.end();
    }
    return new Learned(builder.build(), events[0], recordings.unknown());
  }

  private static void add(
      String user, List<Event> events, Recordings recordings, Interactions.Builder builder)
      throws IOException {
    Map<String, Double> weights = new HashMap<>();
    Map<String, Instant> last = new HashMap<>();
    for (var track : Affinities.of(events).ofTracks().entrySet()) {
      Affinity affinity = track.getValue();
      Optional<String> recording = recordings.of(track.getKey());
      if (recording.isPresent() && affinity.positive()) {
        weights.merge(recording.get(), affinity.weight(), Double::sum);
        last.put(recording.get(), affinity.last());
      }
    }
    weights.forEach(
        (item, weight) -> builder.add(user, item, weight, last.get(item).getEpochSecond()));
  }

  /** Of tracks, the ids of those that stand for their recordings. */
  private static final class Recordings {
    private final TrackIndex tracks;
    private final Map<String, Optional<String>> known = new HashMap<>();

    Recordings(TrackIndex tracks) {
      this.tracks = tracks;
    }

    /** Empty for a track that is not in the catalogue. */
    Optional<String> of(String trackId) throws IOException {
      Optional<String> recording = known.get(trackId);
      if (recording == null) {
        List<Integer> ordinals = tracks.ordinals(trackId);
        recording =
            ordinals.isEmpty()
                ? Optional.empty()
                : Optional.of(tracks.track(tracks.versions(ordinals.getFirst()).getFirst()).id());
        known.put(trackId, recording);
      }
      return recording;
    }

    int unknown() {
      return (int) known.values().stream().filter(Optional::isEmpty).count();
    }
  }

  /** Lays the model over the generation that answers by now, which may be a newer one. */
  private int install(TrainedTaste trained) throws IOException {
    Generations generations = new Generations(index);
    try (GenerationWriter writer = GenerationWriter.open(generations);
        Engine engine = Engine.open(index);
        Snapshot snapshot = engine.snapshot()) {
      Tastes tastes = writer.tastes(snapshot.manifest().generation());
      progress.begin("Attaching", -1, "");
      try {
        return tastes.install(trained, snapshot.index(), backend);
      } finally {
        progress.end();
      }
    }
  }
}
