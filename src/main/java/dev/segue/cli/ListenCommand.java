package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.ListenImport;
import dev.segue.engine.Snapshot;
import dev.segue.engine.WholeFile;
import dev.segue.listening.log.EventLog;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code segue listen}. */
@Command(
    name = "listen",
    description = "Takes in what people listened to.",
    mixinStandardHelpOptions = true,
    subcommands = ListenCommand.Import.class,
    synopsisSubcommandLabel = "WHAT")
final class ListenCommand {
  private ListenCommand() {}

  /** {@code segue listen import}. */
  @Command(
      name = "import",
      description = {
        "Takes listening histories into the log: CSV or TSV with columns user, track (or artist and"
            + " title), plays and timestamp, or ListenBrainz's JSON lines.",
        "Columns may also be type (play, skip, like, dislike or save; play where it is empty) and"
            + " time_of_day (morning, afternoon, evening or night).",
        "Tracks are found by id, else by artist and title. Where a line is wrong, nothing is kept."
            + " A history that is imported again replaces itself."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    /** As many are told where people read. */
    private static final int TOLD = 5;

    @Mixin private CommonOptions common;
    @Mixin private LogOptions log;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Listening histories.")
    private List<Path> files;

    @Option(
        names = "--user",
        paramLabel = "NAME",
        description = "Whose history it is, where lines do not say.")
    private Optional<String> user = Optional.empty();

    @Option(
        names = "--unmatched",
        paramLabel = "FILE",
        description = "Write the tracks that the catalogue does not have to this CSV file.")
    private Path unmatched;

    /** What is answered. */
    record Imported(
        long lines,
        long byId,
        long byName,
        long unmatched,
        int unmatchedTracks,
        int listeners,
        long plays,
        long events) {}

    @Override
    public Integer call() throws IOException {
      WholeFile missing = unmatched == null ? null : common.file("--unmatched", unmatched);
      try (Engine engine = common.open();
          Snapshot snapshot = engine.snapshot();
          EventLog events = log.open()) {
        ListenImport.Result result =
            new ListenImport(snapshot.index(), events, Clock.systemUTC(), common.progress())
                .run(files, user);
        if (missing != null) {
          write(result, missing);
        }
        Output out = common.output();
        out.answer(imported(result), answer -> write(answer, result, out));
        return Main.DONE;
      }
    }

    private static Imported imported(ListenImport.Result result) {
      return new Imported(
          result.lines(),
          result.byId(),
          result.byName(),
          result.lines() - result.byId() - result.byName(),
          result.unmatched().size(),
          result.listeners(),
          result.plays(),
          result.events());
    }

    private void write(Imported imported, ListenImport.Result result, Output out) {
      out.line(
          "%,d plays of %,d listeners in %,d events, from %,d lines: %,d tracks found by id, %,d by"
              + " artist and title",
          imported.plays(),
          imported.listeners(),
          imported.events(),
          imported.lines(),
          imported.byId(),
          imported.byName());
      if (imported.unmatched() > 0) {
        out.line(
            "%,d lines name %,d tracks that the catalogue does not have%s",
            imported.unmatched(),
            imported.unmatchedTracks(),
            unmatched == null
                ? "; --unmatched FILE lists them:"
                : ", listed in " + unmatched + ":");
        for (ListenImport.Unmatched each :
            result.unmatched().subList(0, Math.min(TOLD, result.unmatched().size()))) {
          out.line("  %s (%,d lines)", name(each), each.lines());
        }
      }
    }

    private static String name(ListenImport.Unmatched track) {
      return track.title().isEmpty() ? track.trackId() : track.title() + " – " + track.artist();
    }

    private static void write(ListenImport.Result result, WholeFile file) throws IOException {
      file.write(
          out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180);
            rows.printRecord("track", "artist", "title", "lines");
            for (ListenImport.Unmatched each : result.unmatched()) {
              rows.printRecord(each.trackId(), each.artist(), each.title(), each.lines());
            }
            rows.flush();
          });
    }
  }
}
