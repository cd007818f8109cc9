package dev.segue.bench;

import java.util.List;

/**
 * What a catalogue costs on a machine.
 *
 * @param k how many tracks each question asks for
 * @param seed of the random choice of questions
 * @param seconds for each measurement, warm-up included
 * @param leftOut what could not be measured, and why
 */
public record BenchReport(
    Machine machine,
    long generation,
    int tracks,
    List<Space> spaces,
    int k,
    long seed,
    double seconds,
    List<Measurement> measurements,
    List<LeftOut> leftOut) {
  /** The transport of questions to the engine's objects. */
  public static final String IN_PROCESS = "in_process";

  /** The transport of questions to the API. */
  public static final String HTTP = "http";

  /** Copies. */
  public BenchReport {
    spaces = List.copyOf(spaces);
    measurements = List.copyOf(measurements);
    leftOut = List.copyOf(leftOut);
  }

  /** Where it was measured; cores are those that the JVM may use. */
  public record Machine(int cores, String jvm, String os) {
    static Machine current() {
      return new Machine(
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.vm.name") + " " + Runtime.version(),
          System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
  }

  /**
   * A feature space.
   *
   * @param exact whether similar tracks are the nearest, or else nearly
   * @param recall the share of the k nearest that is answered, [0, 1]; {@code null} where it is
   *     exact or could not be measured
   * @param recallQueries how many questions the recall is of
   */
  public record Space(
      String name, String metric, boolean exact, Double recall, int recallQueries) {}

  /**
   * What questions of one kind cost.
   *
   * @param scenario {@code similar}, {@code recommend} (for five tracks, with filters, variety and
   *     reasons), {@code playlist} (a rising one of 30 for the same), {@code listened} (for
   *     somebody who listened to 50 tracks), {@code path}, {@code search} (two words: of the title
   *     and of an artist) or {@code mixed} (in turn one of similar and search)
   * @param space the one asked about, or {@code null}
   * @param filterPercent the share of the tracks that a filter is meant to pass, or {@code null}
   * @param passingPercent the share that it truly passes, or {@code null}
   * @param transport {@link #IN_PROCESS} or {@link #HTTP}
   * @param queries how many questions the percentiles are of; one was asked at a time
   * @param p50Micros half of the answers took no longer; exact, by nearest rank
   * @param queriesPerSecond answered when as many ask at once as there are cores; over HTTP on as
   *     many connections, and the work of asking is in it
   * @param queriesPerSecondPerCore that, divided by the cores
   */
  public record Measurement(
      String scenario,
      String space,
      Integer filterPercent,
      Double passingPercent,
      String transport,
      int queries,
      double p50Micros,
      double p95Micros,
      double p99Micros,
      double queriesPerSecond,
      double queriesPerSecondPerCore) {}

  /** What could not be measured: the scenario as in {@link Measurement}, and why. */
  public record LeftOut(String scenario, String space, Integer filterPercent, String reason) {}
}
