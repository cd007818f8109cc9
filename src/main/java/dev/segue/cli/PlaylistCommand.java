package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.engine.WholeFile;
import dev.segue.http.api.HitJson;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.PlaylistJson;
import dev.segue.http.api.RecommendationApi;
import dev.segue.http.api.SavedPlaylist;
import dev.segue.http.api.WishesQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue playlist}. */
@Command(
    name = "playlist",
    description = {
      "Makes a playlist that flows: tempo in small steps, keys that go together, and energy as you"
          + " want it.",
      "For example: segue playlist \"gods plan drake\" genre:jazz --minutes 90"
          + " --energy-curve rising --output evening.m3u8"
    },
    mixinStandardHelpOptions = true,
    modelTransformer = TargetOptions.class)
final class PlaylistCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;
  @Mixin private WishesOptions wishes;

  @Option(names = "-k", paramLabel = "K", description = "How many tracks, 1 to 100 (default: 30).")
  private String k;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long it shall be instead, 1 to 720.")
  private String minutes;

  @Option(
      names = "--energy-curve",
      paramLabel = "CURVE",
      description =
          "steady (default), rising, falling, wave, or energies from 0 to 1: .3,.8,.5 goes up and"
              + " half down again.")
  private String energyCurve;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another number, another playlist (default: 1).")
  private String seed;

  @Option(names = "--title", paramLabel = "TITLE", description = "In files (default: Segue).")
  private String title;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Writes it there instead: .json, .csv, .m3u8, .xspf, or .txt with Spotify's URIs;"
              + " replaced when it is there.")
  private Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "json, csv, m3u8, xspf or spotify_uris, whatever the file is called.")
  private String format;

  @Override
  public Integer call() throws IOException {
    WholeFile file = output == null ? null : common.file(output);
    Map<String, List<String>> parameters = wishes.parameters(spec);
    SearchCommand.put(parameters, "k", k);
    SearchCommand.put(parameters, "minutes", minutes);
    SearchCommand.put(parameters, "seed", seed);
    SearchCommand.put(parameters, "title", title);
    SearchCommand.put(parameters, "format", format());
    if (energyCurve != null) {
      parameters.put("energy_curve", Arrays.asList(energyCurve.split(",", -1)));
    }
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      SavedPlaylist playlist =
          RecommendationApi.playlist(
              snapshot, new WishesQuestion(wishes.seeds(snapshot), new Parameters(parameters)));
      Output out = common.output();
      if (file != null) {
        file.write(to -> to.write(playlist.bytes()));
      }
      boolean isFile = file == null && playlist.format().isPresent();
      out.answer(
          playlist.json(),
          it -> {
            if (isFile) {
              out.text(playlist.bytes());
            } else {
              write(it, out);
            }
          });
      return Main.DONE;
    }
  }

  /** The one that is named, or that of the file's name. */
  private String format() {
    if (format != null || output == null) {
      return format;
    }
    String name = output.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return extension.equals("txt") ? "spotify_uris" : extension;
  }

  private void write(PlaylistJson playlist, Output out) {
    out.line("%s", WishesOptions.heading(playlist.seeds(), playlist.space()));
    for (PlaylistJson.Entry entry : playlist.tracks()) {
      HitJson hit = entry.hit();
      double energy = hit.track().audio().energy();
      out.line(
          "%3d. %-10s %4s %5.0f bpm  %s",
          hit.rank(),
          "█".repeat((int) Math.round(10 * energy)),
          entry.camelot() == null ? "" : entry.camelot(),
          hit.track().audio().tempo(),
          TrackLines.title(hit.track()));
    }
    long seconds = playlist.durationMs() / 1000;
    out.line("");
    out.line(
        "%d tracks, %d:%02d:%02d%s",
        playlist.tracks().size(), seconds / 3600, seconds / 60 % 60, seconds % 60, flow(playlist));
    out.line("%-18s%10s%10s", "on average", "playlist", "seeds");
    playlist
        .means()
        .forEach(
            (feature, mean) ->
                out.line(
                    "%-18s%10s%10s",
                    feature,
                    number(mean.playlist()),
                    mean.seeds() == null ? "–" : number(mean.seeds())));
    if (playlist.whyFewer() != null) {
      common.tell(WishesOptions.whyFewer(playlist.pool(), playlist.whyFewer()));
    }
    if (output != null) {
      common.tell("Written to %s.".formatted(output));
    }
  }

  private static String flow(PlaylistJson playlist) {
    return (playlist.compatibleKeys() == null
            ? ""
            : String.format(
                Locale.ROOT,
                "; %.0f %% of the transitions in keys that go together",
                100 * playlist.compatibleKeys()))
        + (playlist.meanTempoStepPercent() == null
            ? ""
            : String.format(Locale.ROOT, "; tempo %.1f %% apart", playlist.meanTempoStepPercent()));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, number < 2 ? "%.3f" : "%.1f", number);
  }
}
