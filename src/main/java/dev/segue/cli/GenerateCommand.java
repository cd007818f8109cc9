package dev.segue.cli;

import dev.segue.catalog.CatalogWriter;
import dev.segue.catalog.Track;
import dev.segue.catalog.synthetic.SyntheticCatalog;
import dev.segue.catalog.synthetic.SyntheticListeners;
import dev.segue.engine.WholeFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segue generate}. */
@Command(
    name = "generate",
    description = {
      "Writes a catalogue of invented tracks (--output), or invented people who listen to them"
          + " (--listens), or both.",
      "The same seed makes the same tracks and people; without --tracks and --seed, those of the"
          + " sample catalogue."
    },
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  private static final long MOST = 100_000_000;
  private static final int STEP = 1_000;
  private static final int MOST_LISTENERS = 100_000;

  /** Listeners choose among all tracks, which are held for that. */
  private static final long MOST_HEARD = 1_000_000;

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
      defaultValue = "1969",
      description = "Another number, another catalogue (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the tracks to this CSV file; replaced when it is there.")
  private Path output;

  @Option(
      names = "--listens",
      paramLabel = "FILE",
      description =
          "Invent people who listen to these tracks, and write what they play, skip and like to"
              + " this file, as `segue listen import` takes it in.")
  private Path listens;

  @Option(
      names = "--listeners",
      paramLabel = "N",
      defaultValue = "500",
      description = "With --listens: how many people, 1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int listeners;

  /**
   * What is answered.
   *
   * @param file of the tracks; null where none was asked for
   * @param bytes of that file
   * @param plays how many were invented; 0 where none were asked for
   */
  record Generated(String file, long tracks, long seed, long bytes, long plays) {}

  @Override
  public Integer call() throws IOException {
    if (tracks < 1 || tracks > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--tracks is %d, allowed is 1 to %d.".formatted(tracks, MOST));
    }
    if (listeners < 1 || listeners > MOST_LISTENERS) {
      throw new ParameterException(
          spec.commandLine(),
          "--listeners is %d, allowed is 1 to %d.".formatted(listeners, MOST_LISTENERS));
    }
    if (listens != null && tracks > MOST_HEARD) {
      throw new ParameterException(
          spec.commandLine(),
          "--tracks is %d, with --listens allowed is 1 to %d.".formatted(tracks, MOST_HEARD));
    }
    if (output == null && listens == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--output or --listens says what is to be written; both are missing.");
    }
    WholeFile catalogue = output == null ? null : common.file(output);
    long plays = listens == null ? 0 : listen(common.file("--listens", listens));
    long bytes = 0;
    if (catalogue != null) {
      write(catalogue);
      bytes = Files.size(output);
    }
    Output out = common.output();
    out.answer(
        new Generated(output == null ? null : output.toString(), tracks, seed, bytes, plays),
        done -> {
          if (done.file() != null) {
            out.line(
                "%,d invented tracks in %s; index them with `segue index %s`",
                done.tracks(), done.file(), done.file());
          }
          if (done.plays() > 0) {
            out.line(
                "%,d plays of %,d invented listeners in %s; take them in with `segue listen import"
                    + " %s`",
                done.plays(), listeners, listens, listens);
          }
        });
    return Main.DONE;
  }

  private long listen(WholeFile file) throws IOException {
    SyntheticListeners people =
        new SyntheticListeners(new SyntheticCatalog(tracks, seed).tracks().toList(), seed);
    TerminalProgress progress = common.progress();
    AtomicLong plays = new AtomicLong();
    progress.begin("Listening", listeners, "listeners");
    try {
      file.write(
          out -> {
            PrintWriter lines = new PrintWriter(out, false, StandardCharsets.UTF_8);
            lines.print("user,track,plays,timestamp,type,time_of_day\n");
            for (int listener = 0; listener < listeners; listener++) {
              people.listen(
                  listener,
                  deed -> {
                    lines.print(
                        "%s,%s,1,%d,%s,%s\n"
                            .formatted(
                                deed.user(),
                                deed.trackId(),
                                deed.at().getEpochSecond(),
                                deed.type(),
                                deed.timeOfDay()));
                    plays.addAndGet(deed.type().equals("play") ? 1 : 0);
                  });
              progress.advance(1);
            }
            lines.flush();
            if (lines.checkError()) {
              throw new IOException("%s cannot be written.".formatted(listens));
            }
          });
    } finally {
      progress.end();
    }
    return plays.get();
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
