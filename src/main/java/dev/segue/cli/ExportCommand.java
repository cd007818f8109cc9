package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.SimilarExport;
import dev.segue.engine.Snapshot;
import dev.segue.engine.WholeFile;
import dev.segue.recommend.SimilarRequest;
import dev.segue.vector.FeatureSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code segue export}. */
@Command(
    name = "export",
    description = "Writes answers for the whole catalogue to a file.",
    mixinStandardHelpOptions = true,
    subcommands = ExportCommand.Similar.class,
    synopsisSubcommandLabel = "WHAT")
final class ExportCommand {
  private ExportCommand() {}

  /** {@code segue export similar}. */
  @Command(
      name = "similar",
      description = {
        "Writes every track with its k nearest as CSV, one pair a row.",
        "Cells are data, as they are: a spreadsheet may take one that begins with = + - or @ for a"
            + " formula."
      },
      mixinStandardHelpOptions = true)
  static final class Similar implements Callable<Integer> {
    @Mixin private CommonOptions common;

    @Option(
        names = "-k",
        paramLabel = "K",
        defaultValue = "10",
        description = "How many for each track, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int k;

    @Option(
        names = "--space",
        paramLabel = "SPACE",
        description = "Where likeness is measured: sound (default), audio-12 or profile-16.")
    private String space;

    @Option(
        names = "--output",
        required = true,
        paramLabel = "FILE",
        description = "The file to write; replaced when it is there.")
    private Path output;

    @Override
    public Integer call() throws IOException {
      WholeFile file = common.file(output);
      try (Engine engine = common.openForMany();
          Snapshot snapshot = engine.snapshot()) {
        FeatureSpace chosen = snapshot.space(Optional.ofNullable(space));
        SimilarExport export =
            new SimilarExport(
                snapshot,
                SimilarRequest.unfiltered(chosen, k),
                Clock.systemUTC(),
                common.progress());
        Output out = common.output();
        out.answer(Summary.of(export.write(file), output), summary -> summary.write(out));
        return Main.DONE;
      }
    }
  }

  /** What an export answers. */
  record Summary(
      String file,
      long rows,
      long uniqueSources,
      long uniqueRecommended,
      long withoutVector,
      Double meanScore,
      double seconds) {

    static Summary of(SimilarExport.Summary summary, Path file) {
      return new Summary(
          file.toString(),
          summary.rows(),
          summary.uniqueSources(),
          summary.uniqueRecommended(),
          summary.withoutVector(),
          summary.rows() == 0 ? null : (Double) summary.meanScore(),
          summary.elapsed().toMillis() / 1e3);
    }

    void write(Output out) {
      out.line("%,d rows in %s, %.1f s", rows, file, seconds);
      if (rows > 0) {
        out.line(
            "%,d tracks with %,d others, mean score %.4f",
            uniqueSources, uniqueRecommended, meanScore);
      }
      if (withoutVector > 0) {
        out.line("%,d tracks have no place in the space, and no rows", withoutVector);
      }
    }
  }
}
