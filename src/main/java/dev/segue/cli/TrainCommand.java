package dev.segue.cli;

import dev.segue.engine.TasteTraining;
import dev.segue.listening.log.EventLog;
import dev.segue.listening.log.EventLogException;
import dev.segue.listening.model.ModelSettings;
import dev.segue.listening.model.TasteKind;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue train}. */
@Command(
    name = "train",
    description = {
      "Learns from what listeners did what they would like, while the model before goes on"
          + " answering. A running server switches to it by itself.",
      "Models: popularity, item-knn, ease, edlae, ials, pure-svd; `segue evaluate ranking` compares"
          + " them."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
  private static final double MILLIS = 1e3;

  @Mixin private CommonOptions common;
  @Mixin private LogOptions log;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "ials",
      description =
          "What learns, with settings where they are not the usual: ials:factors=128, or"
              + " edlae:kept=200, which is the most exact where there are few thousand tracks or"
              + " listeners (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same number, the same model (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** What is answered. */
  record Trained(
      String model,
      long seed,
      Instant trainedAt,
      long events,
      int listeners,
      int interactions,
      int recordings,
      int unknownTracks,
      long memoryBytes,
      double seconds) {
    static Trained of(TasteTraining.Result result) {
      return new Trained(
          result.taste().settings().toString(),
          result.taste().seed(),
          result.taste().trainedAt(),
          result.from().events(),
          result.taste().listeners(),
          result.taste().records(),
          result.recordings(),
          result.from().unknownTracks(),
          result.memoryBytes(),
          result.elapsed().toMillis() / MILLIS);
    }
  }

  @Override
  public Integer call() throws IOException, EventLogException {
    ModelSettings<TasteKind> settings = ModelSettings.parse(model, TasteKind.values());
    try (EventLog events = log.openExisting()) {
      TasteTraining training =
          new TasteTraining(common.index(), events, Clock.systemUTC(), common.progress());
      Output out = common.output();
      out.answer(Trained.of(training.run(settings, seed)), answer -> write(answer, out));
      return Main.DONE;
    }
  }

  private static void write(Trained trained, Output out) {
    out.line(
        "%s learned from %,d events of %,d listeners what they would like of %,d recordings, in"
            + " %.1f s",
        trained.model(),
        trained.events(),
        trained.listeners(),
        trained.recordings(),
        trained.seconds());
    if (trained.unknownTracks() > 0) {
      out.line("%,d tracks are not in the catalogue", trained.unknownTracks());
    }
    out.line("Listeners also play: segue similar --space taste TRACK");
  }
}
