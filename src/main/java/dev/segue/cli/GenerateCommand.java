package dev.segue.cli;

import dev.segue.catalog.CatalogWriter;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.engine.WholeFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segue generate}. */
@Command(
    name = "generate",
    description = "Writes a catalogue of invented tracks, the same for the same seed.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  private static final long MOST = 100_000_000;
  private static final int STEP = 1_000;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Option(
      names = "--tracks",
      paramLabel = "N",
      defaultValue = "5000",
      description = "How many tracks (default: ${DEFAULT-VALUE}).")
  private long tracks;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Another number, another catalogue (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The CSV file to write; replaced when it is there.")
  private Path output;

  /** What is answered. */
  record Generated(String file, long tracks, long seed, long bytes) {}

  @Override
  public Integer call() throws IOException {
    if (tracks < 1 || tracks > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--tracks is %d, allowed is 1 to %d.".formatted(tracks, MOST));
    }
    write(common.file(output));
    Output out = common.output();
    out.answer(
        new Generated(output.toString(), tracks, seed, Files.size(output)),
        done ->
            out.line(
                "%,d invented tracks in %s; index them with `segue index %s`",
                done.tracks(), done.file(), done.file()));
    return Main.DONE;
  }

  private void write(WholeFile file) throws IOException {
    TerminalProgress progress = common.progress();
    progress.begin("Inventing", tracks, "tracks");
    try {
      file.write(
          out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CatalogWriter writer = new CatalogWriter(text);
            long written = 0;
            for (Track track : new SyntheticCatalog(tracks, seed)) {
              writer.write(track);
              written++;
              if (written % STEP == 0) {
                progress.advance(STEP);
              }
            }
            text.flush();
          });
    } finally {
      progress.end();
    }
  }
}
