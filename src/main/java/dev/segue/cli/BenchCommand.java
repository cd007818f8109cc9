package dev.segue.cli;

import dev.segue.bench.Bench;
import dev.segue.engine.Engine;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue bench}. */
@Command(
    name = "bench",
    description = {
      "Measures what your index costs on this machine: similar (also with filters that pass 1, 10"
          + " and 50 %% of the tracks), recommend, playlist (of 30), listened (for somebody who"
          + " listened to 50 tracks; by taste, too, where a model is trained), path, search, and"
          + " similar and search in turn; in process and over HTTP.",
      "Takes about a minute and a half, and all cores."
    },
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How long each scenario is measured in each way, 0.1 to 60 (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number, other questions (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    Bench.Options options = new Bench.Options(seed, seconds);
    try (Engine engine = common.openForMany()) {
      Output out = common.output();
      out.answer(
          new Bench(engine, Home.web(), options, common.progress()).run(),
          report -> new BenchLines(out).write(report));
      return Main.DONE;
    }
  }
}
