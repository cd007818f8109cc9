package dev.segue.cli;

import dev.segue.evaluate.experiment.ExperimentEvaluation;
import dev.segue.experiment.ExperimentFile;
import dev.segue.experiment.Experiments;
import dev.segue.listening.log.EventLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code segue evaluate experiment}. */
@Command(
    name = "experiment",
    description = {
      "Compares what users of the variants of an experiment did since it began: plays, skips,"
          + " likes, dislikes and saves of a user, by the log of events.",
      "Each variant is compared with the first, by a permutation test of users; p-values are"
          + " corrected for their number (Holm). Choose the end before you look."
    },
    mixinStandardHelpOptions = true)
final class EvaluateExperimentCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;
  @Mixin private LogOptions log;
  @Mixin private ReportOptions report;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which experiment (default: the only one of the file).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--experiments",
      required = true,
      paramLabel = "FILE",
      description = "The experiments, as users were split by them.")
  private Path file;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Time.class,
      description =
          "Leave out events before, such as 2026-11-23T18:30:00Z (default: the experiment's"
              + " start).")
  private Optional<Instant> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Leave out events of then and later (default: none).")
  private Optional<Instant> to = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number, other draws (default: ${DEFAULT-VALUE}).")
  private long seed;

  /** A time as events have it. */
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'%s' is no time with its offset, such as 2026-11-23T18:30:00Z".formatted(text));
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    report.check(common);
    Experiments experiments = ExperimentFile.readAny(file);
    ExperimentEvaluation evaluation =
        new ExperimentEvaluation(experiments, experiments.named(name), from, to, seed);
    try (EventLog events = log.openExisting()) {
      report.answer(evaluation.run(events, common.progress()), ExperimentTables::of, common);
    }
    return Main.DONE;
  }
}
