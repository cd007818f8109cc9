package dev.segue.cli;

import dev.segue.evaluate.Sample;
import picocli.CommandLine.Option;

/** Which questions an evaluation asks. */
final class SampleOptions {
  @Option(
      names = "--queries",
      paramLabel = "N",
      description = "How many questions of each kind, 1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int queries;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number, other questions (default: ${DEFAULT-VALUE}).")
  private long seed;

  /**
   * Options of a command.
   *
   * @param queries as many as are asked where nobody says how many
   */
  SampleOptions(int queries) {
    this.queries = queries;
  }

  Sample sample() {
    return new Sample(queries, seed);
  }
}
