package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.HitJson;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.PathJson;
import dev.segue.http.api.RecommendationApi;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue path}. */
@Command(
    name = "path",
    description = {
      "Finds a walk from one song to another, in even steps.",
      "For example: segue path \"bohemian rhapsody\" \"smells like teen spirit\" --steps 12"
    },
    mixinStandardHelpOptions = true,
    modelTransformer = FilterOptions.class)
final class PathCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "An id, or what you remember of the song.")
  private String from;

  @CommandLine.Parameters(index = "1", paramLabel = "TO", description = "Where it shall end.")
  private String to;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many tracks, both ends included, 2 to 100 (default: 10).")
  private String steps;

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description = "Where likeness is measured: sound (default), audio-12 or profile-16.")
  private String space;

  @Option(
      names = "--versions",
      paramLabel = "VERSIONS",
      description = "one (default): one of each recording; all: each.")
  private String versions;

  @Override
  public Integer call() throws IOException {
    Map<String, List<String>> parameters = new HashMap<>();
    SearchCommand.put(parameters, "from", from);
    SearchCommand.put(parameters, "to", to);
    SearchCommand.put(parameters, "steps", steps);
    SearchCommand.put(parameters, "space", space);
    SearchCommand.put(parameters, "versions", versions);
    FilterOptions.read(spec, parameters);
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      PathJson path = RecommendationApi.path(snapshot, new Parameters(parameters));
      Output out = common.output();
      out.answer(path, answer -> write(answer, out));
      return Main.DONE;
    }
  }

  private static void write(PathJson path, Output out) {
    out.line("From %s to %s, by %s:", path.from().name(), path.to().name(), path.space());
    for (HitJson hit : path.tracks()) {
      out.line(
          "%3d.  %-6s  %s",
          hit.rank(),
          hit.distance() == null ? "" : String.format(Locale.ROOT, "+%.3f", hit.distance()),
          TrackLines.title(hit.track()));
    }
  }
}
