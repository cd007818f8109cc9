package dev.segue.bench;

import dev.segue.bench.BenchReport.Machine;
import dev.segue.bench.BenchReport.Measurement;
import dev.segue.catalog.Progress;
import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.evaluate.Latencies;
import dev.segue.http.HttpServer;
import dev.segue.index.IndexedTrack;
import dev.segue.query.RequestException;
import dev.segue.vector.FeatureSpace;
import dev.segue.vector.FittedSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures an index: each scenario in process and over HTTP, for a fixed time.
 *
 * <p>All scenarios are warmed up before the first is measured, so that each meets a JVM that has
 * seen the others too, as a server's has; over HTTP, whose code takes longest to warm and does all
 * that is done in process. Then questions are asked one by one, for latencies, and by as many
 * askers as there are cores, for throughput.
 */
public final class Bench {
  /** Of the time for a scenario; the rest is for latency and throughput, half each. */
  private static final double WARM_UP_SHARE = 0.3;

  private static final int RECALL_QUESTIONS = 100;

  private final Engine engine;
  private final Path web;
  private final Options options;
  private final Progress progress;
  private final Machine machine = Machine.current();

  /**
   * How to measure.
   *
   * @param seed of the random choice of questions: the same seed and catalogue, the same questions
   * @param seconds for each scenario in each way, warm-up included, {@value #MIN_SECONDS} to
   *     {@value #MAX_SECONDS}
   */
  public record Options(long seed, double seconds) {
    /** The shortest time. */
    public static final double MIN_SECONDS = 0.1;

    /** The longest time. */
    public static final double MAX_SECONDS = 60;

    /**
     * Checks the time.
     *
     * @throws RequestException naming the parameter, the value and the limit
     */
    public Options {
      if (!(seconds >= MIN_SECONDS && seconds <= MAX_SECONDS)) {
        throw RequestException.invalid(
            "seconds",
            "seconds is %s, allowed is %s to %.0f.".formatted(seconds, MIN_SECONDS, MAX_SECONDS));
      }
    }

    private long nanos(double share) {
      return (long) (seconds * 1e9 * share);
    }
  }

  /**
   * A benchmark of an engine, which stays open.
   *
   * @param web the folder of the page, which a server cannot do without
   */
  public Bench(Engine engine, Path web, Options options, Progress progress) {
    this.engine = engine;
    this.web = web;
    this.options = options;
    this.progress = progress;
  }

  /** Measures everything. */
  public BenchReport run() throws IOException {
    HttpServer.Options anyPort =
        HttpServer.Options.open(Connection.ADDRESS.getHostAddress(), 0, web);
    try (Snapshot snapshot = engine.snapshot();
        HttpServer server = HttpServer.start(engine, anyPort)) {
      Way http = new Way.Http(server.port());
      List<Way> ways = List.of(new Way.InProcess(snapshot), http);
      Scenarios all =
          Scenarios.draw(
              snapshot, DurationFilters.of(snapshot.index(), progress), new Random(options.seed()));
      warmUp(all.scenarios(), http, options.nanos(WARM_UP_SHARE * ways.size()));
      List<Measurement> measurements = measure(all.scenarios(), ways);
      return new BenchReport(
          machine,
          snapshot.manifest().generation(),
          snapshot.manifest().tracks(),
          spaces(snapshot),
          Question.LENGTH,
          options.seed(),
          options.seconds(),
          measurements,
          all.leftOut());
    }
  }

  private void warmUp(List<Scenario> scenarios, Way way, long budgetNanos) throws IOException {
    progress.begin("Warming up", scenarios.size(), "scenarios");
    try {
      for (Scenario scenario : scenarios) {
        new Stopwatch(way, scenario.questions()).perSecond(machine.cores(), budgetNanos);
        progress.advance(1);
      }
    } finally {
      progress.end();
    }
  }

  private List<Measurement> measure(List<Scenario> scenarios, List<Way> ways) throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    progress.begin("Measuring", (long) scenarios.size() * ways.size(), "scenarios");
    try {
      for (Way way : ways) {
        for (Scenario scenario : scenarios) {
          measurements.add(measure(scenario, way));
          progress.advance(1);
        }
      }
    } finally {
      progress.end();
    }
    return measurements;
  }

  private Measurement measure(Scenario scenario, Way way) throws IOException {
    Stopwatch stopwatch = new Stopwatch(way, scenario.questions());
    long budgetNanos = options.nanos((1 - WARM_UP_SHARE) / 2);
    Latencies latencies = stopwatch.oneByOne(budgetNanos);
    double perSecond = stopwatch.perSecond(machine.cores(), budgetNanos);
    return new Measurement(
        scenario.name(),
        scenario.space(),
        scenario.filterPercent(),
        scenario.passingPercent(),
        way.label(),
        latencies.count(),
        latencies.percentileMicros(50),
        latencies.percentileMicros(95),
        latencies.percentileMicros(99),
        tenths(perSecond),
        tenths(perSecond / machine.cores()));
  }

  private List<BenchReport.Space> spaces(Snapshot snapshot) throws IOException {
    List<BenchReport.Space> spaces = new ArrayList<>();
    for (FittedSpace fitted : snapshot.spaces()) {
      FeatureSpace space = fitted.space();
      boolean exact = snapshot.index().exact(space);
      List<IndexedTrack> seeds = exact ? List.of() : recallSeeds(snapshot, space);
      Double recall =
          seeds.isEmpty()
              ? null
              : (Double) new Recall(snapshot.index(), space, Question.LENGTH).of(seeds, progress);
      spaces.add(
          new BenchReport.Space(space.name(), space.metric().label(), exact, recall, seeds.size()));
    }
    return spaces;
  }

  private List<IndexedTrack> recallSeeds(Snapshot snapshot, FeatureSpace space) throws IOException {
    List<IndexedTrack> seeds = new Seeds(snapshot.index(), new Random(options.seed())).in(space);
    return seeds.subList(0, Math.min(RECALL_QUESTIONS, seeds.size()));
  }

  private static double tenths(double number) {
    return Math.round(number * 10) / 10.0;
  }
}
