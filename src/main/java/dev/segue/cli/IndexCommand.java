package dev.segue.cli;

import dev.segue.catalog.ReadOptions;
import dev.segue.engine.Rebuild;
import dev.segue.recording.Foremost;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segue index}. */
@Command(
    name = "index",
    description = {
      "Reads catalogue files and builds a new generation of the index, while the old one answers.",
      "A running server switches to it by itself."
    },
    mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV files, plain or gzipped, or http(s) URLs of such; one catalogue.")
  private List<String> files;

  @Option(
      names = "--keep-duplicates",
      description = "Index every row as it stands, also those with an id that was seen before.")
  private boolean keepDuplicates;

  @Option(
      names = "--impute",
      description = "Fill missing values with the column's median or mode, instead of rejecting.")
  private boolean impute;

  @Option(
      names = "--max-rejects",
      paramLabel = "PERCENT",
      defaultValue = "5",
      description = "Give up when more of the rows are rejected (default: ${DEFAULT-VALUE}).")
  private double maxRejects;

  @Option(
      names = "--foremost",
      paramLabel = "RULE",
      description =
          "Which version stands for a recording: most_popular (default), earliest or latest.")
  private String foremost;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many generations stay on disk (default: ${DEFAULT-VALUE}).")
  private int keep;

  @Override
  public Integer call() throws IOException {
    ReadOptions options = options();
    Rebuild rebuild = new Rebuild(common.index(), Clock.systemUTC(), common.progress());
    Rebuild.Result result = rebuild.run(files, options, foremost(), keep);
    Output out = common.output();
    out.answer(IndexReport.of(result), report -> report.write(out));
    return Main.DONE;
  }

  private Foremost foremost() {
    if (foremost == null) {
      return Foremost.MOST_POPULAR;
    }
    if (keepDuplicates) {
      throw new ParameterException(
          spec.commandLine(),
          "--foremost is '%s', but with --keep-duplicates no track stands for another."
              .formatted(foremost));
    }
    return Arrays.stream(Foremost.values())
        .filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(foremost))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--foremost is '%s', allowed are most_popular, earliest and latest."
                        .formatted(foremost)));
  }

  private ReadOptions options() {
    if (!(maxRejects >= 0 && maxRejects <= PERCENT)) {
      throw new ParameterException(
          spec.commandLine(), "--max-rejects is %s, allowed is 0 to 100.".formatted(maxRejects));
    }
    if (keep < 1) {
      throw new ParameterException(
          spec.commandLine(), "--keep is %d, must be at least 1.".formatted(keep));
    }
    return new ReadOptions(keepDuplicates, impute, maxRejects / PERCENT);
  }
}
