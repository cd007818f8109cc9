package dev.segue.engine;

import dev.segue.catalog.CatalogException;
import dev.segue.catalog.CatalogReader;
import dev.segue.catalog.CatalogReport;
import dev.segue.catalog.Progress;
import dev.segue.catalog.ReadOptions;
import dev.segue.index.IndexBackend;
import dev.segue.index.IndexBuilder;
import dev.segue.index.TrackIndex;
import dev.segue.listening.model.TrainedTaste;
import dev.segue.recording.Foremost;
import dev.segue.recording.RecordingLinkage;
import dev.segue.recording.Recordings;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import dev.segue.vector.Fitting;
import dev.segue.vector.Spreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads catalogue files into a new generation of an index and switches to it. The generation that
 * answers is not touched; whatever goes wrong, it goes on answering.
 */
public final class Rebuild {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
  private static final String REJECTS = "rejects.csv";

  private final Generations generations;
  private final IndexBackend backend = Engine.backend();
  private final Clock clock;
  private final Progress progress;

  public Rebuild(Path index, Clock clock, Progress progress) {
    generations = new Generations(index);
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What was built.
   *
   * @param rejects the file that lists the rejected rows
   * @param elapsed from the first row to the switch
   */
  public record Result(long generation, CatalogReport report, Path rejects, Duration elapsed) {}

  /**
   * Builds and switches; of each recording, the most popular version stands for it.
   *
   * @param sources paths or URLs of catalogue files, read as one catalogue
   * @param keep how many generations stay on disk, at least 1
   * @throws CatalogException when the files make no catalogue
   * @throws BusyException when another build is under way
   */
  public Result run(List<String> sources, ReadOptions options, int keep) throws IOException {
    return run(sources, options, Foremost.MOST_POPULAR, keep);
  }

  /**
   * Builds and switches.
   *
   * @param sources paths or URLs of catalogue files, read as one catalogue
   * @param foremost which version stands for a recording
   * @param keep how many generations stay on disk, at least 1
   * @throws CatalogException when the files make no catalogue
   * @throws BusyException when another build is under way
   */
  public Result run(List<String> sources, ReadOptions options, Foremost foremost, int keep)
      throws IOException {
    if (keep < 1) {
      throw new IllegalArgumentException("keep is %d, must be at least 1".formatted(keep));
    }
    try (GenerationWriter writer = GenerationWriter.open(generations)) {
      Instant start = clock.instant();
      long generation = writer.begin();
      Path folder = generations.folder(generation);
      CatalogReport report;
      try {
        report = build(generation, folder, sources, options, foremost);
        carryTaste(writer, generation);
      } catch (IOException | RuntimeException | Error e) {
        discard(writer, generation, e);
        throw e;
      }
      writer.switchTo(generation);
      writer.keep(keep);
      return new Result(
          generation, report, folder.resolve(REJECTS), Duration.between(start, clock.instant()));
    }
  }

  private CatalogReport build(
      long generation, Path folder, List<String> sources, ReadOptions options, Foremost foremost)
      throws IOException {
    try (CatalogReader reader = new CatalogReader(sources, options, progress)) {
      Learned learned = learn(reader, folder, options, foremost);
      CatalogReport report = learned.report;
      List<FittedSpace> spaces = learned.spaces;
      List<FeatureSpace> declared = spaces.stream().map(FittedSpace::space).toList();
      try (IndexBuilder builder = backend.create(Generations.store(folder), declared);
          IndexingThreads threads =
              new IndexingThreads(builder, spaces, learned.recordings, progress)) {
        progress.begin("Indexing", report.tracks(), "tracks");
        try {
          reader.forEach(threads::add);
          threads.finish();
        } finally {
          progress.end();
        }
        progress.begin("Finishing", -1, "");
        try {
          builder.commit();
        } finally {
          progress.end();
        }
      }
      check(folder, declared, report);
      manifest(generation, options, learned).write(folder);
      return report;
    }
  }

  /** A model of taste that answers now goes on answering, over the new tracks. */
  private void carryTaste(GenerationWriter writer, long generation) throws IOException {
    Optional<Generations.Pointer> before = generations.pointed();
    Optional<String> name = before.flatMap(Generations.Pointer::taste);
    if (name.isEmpty()) {
      return;
    }
    TrainedTaste trained;
    try {
      trained = writer.tastes(before.get().generation()).read(name.get());
    } catch (IOException e) {
      LOG.warn("The model of taste is not carried over; train again. {}", e.getMessage());
      return;
    }
    Path store = Generations.store(generations.folder(generation));
    List<FeatureSpace> none = List.of();
    progress.begin("Attaching", -1, "");
    try (TrackIndex index = backend.open(store, none)) {
      writer.tastes(generation).install(trained, index, backend);
    } finally {
      progress.end();
    }
  }

  /** What the first pass through a catalogue teaches. */
  private record Learned(
      CatalogReport report, List<FittedSpace> spaces, Spreads spreads, Recordings recordings) {}

  private static Learned learn(
      CatalogReader reader, Path folder, ReadOptions options, Foremost foremost)
      throws IOException {
    List<Fitting> fittings = FeatureSpace.BUILT_IN.stream().map(Fitting::new).toList();
    Spreads.Fitter spreads = new Spreads.Fitter();
    RecordingLinkage linkage = new RecordingLinkage();
    boolean linked = !options.keepDuplicates(); // else every row as it stands
    try (RejectsFile rejects = new RejectsFile(folder.resolve(REJECTS))) {
      CatalogReport report =
          reader.survey(
              track -> {
                fittings.forEach(fitting -> fitting.add(track));
                spreads.add(track);
                if (linked) {
                  linkage.add(track);
                }
              },
              rejects::write);
      return new Learned(
          report,
          fittings.stream().map(Fitting::fit).flatMap(Optional::stream).toList(),
          spreads.fit(),
          linked ? linkage.link(foremost) : Recordings.apart(Math.toIntExact(report.tracks())));
    }
  }

  /** What was written is read back before anything is switched to it. */
  private void check(Path folder, List<FeatureSpace> spaces, CatalogReport report)
      throws IOException {
    try (TrackIndex index = backend.open(Generations.store(folder), spaces)) {
      if (index.size() != report.tracks()) {
        throw new EngineException(
            "%d tracks were read, but %d are in the index; nothing was switched."
                .formatted(report.tracks(), index.size()));
      }
    }
  }

  private Manifest manifest(long generation, ReadOptions options, Learned learned) {
    CatalogReport report = learned.report;
    return new Manifest(
        Manifest.FORMAT,
        generation,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        Version.current(),
        options.keepDuplicates(),
        report.rows(),
        Math.toIntExact(report.tracks()),
        learned.recordings.count(),
        report.mergedDuplicates(),
        report.rejected(),
        report.sources().stream().map(Manifest.Source::of).toList(),
        learned.spaces.stream().map(Manifest.Space::of).toList(),
        Manifest.quantiles(learned.spreads));
  }

  private static void discard(GenerationWriter writer, long generation, Throwable reason) {
    try {
      writer.discard(generation);
    } catch (IOException e) {
      reason.addSuppressed(e); // the next build clears it
    }
  }
}
