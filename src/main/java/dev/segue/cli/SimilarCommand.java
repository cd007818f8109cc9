package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.Api;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.SimilarJson;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segue similar}. */
@Command(
    name = "similar",
    description = "Finds the tracks that are most like one.",
    mixinStandardHelpOptions = true,
    modelTransformer = FilterOptions.class)
final class SimilarCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @CommandLine.Parameters(
      paramLabel = "TRACK",
      arity = "1..*",
      description = "An id, or what you remember of the song.")
  private List<String> track;

  @Option(names = "-k", paramLabel = "K", description = "How many, 1 to 100 (default: 10).")
  private String k;

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      description =
          "Where likeness is measured: sound (default), audio-12, profile-16, or taste: what its"
              + " listeners also play.")
  private String space;

  @Option(
      names = "--versions",
      paramLabel = "VERSIONS",
      description =
          "one: the most popular of re-releases and remasters of one recording, and none of the"
              + " track's own; all (default in audio-12 and profile-16): each.")
  private String versions;

  @Override
  public Integer call() throws IOException {
    String seed = String.join(" ", track);
    Map<String, List<String>> parameters = new HashMap<>();
    SearchCommand.put(parameters, "k", k);
    SearchCommand.put(parameters, "space", space);
    SearchCommand.put(parameters, "versions", versions);
    FilterOptions.read(spec, parameters);
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      SimilarJson similar;
      if (snapshot.index().byId(seed).isPresent()) {
        similar = Api.similar(snapshot, seed, new Parameters(parameters));
      } else {
        parameters.put("q", List.of(seed));
        similar = Api.similarToText(snapshot, new Parameters(parameters));
      }
      Output out = common.output();
      out.answer(similar, answer -> write(answer, out));
      return Main.DONE;
    }
  }

  private void write(SimilarJson similar, Output out) {
    out.line("Like %s, by %s:", TrackLines.title(similar.track()), similar.space());
    new TrackLines(out).write(similar.tracks(), 4);
    if (similar.tracks().isEmpty()) {
      common.tell("No track passes the filters.");
    }
  }
}
