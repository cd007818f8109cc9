package dev.segue.cli;

import dev.segue.engine.Engine;
import dev.segue.engine.Snapshot;
import dev.segue.http.api.HitJson;
import dev.segue.http.api.Parameters;
import dev.segue.http.api.ReasonJson;
import dev.segue.http.api.RecommendationApi;
import dev.segue.http.api.RecommendationsJson;
import dev.segue.http.api.WishesQuestion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segue recommend}. */
@Command(
    name = "recommend",
    description = {
      "Finds tracks for a mix of songs, artists, genres and numbers, or for a listener, and says"
          + " why.",
      "For example: segue recommend \"gods plan drake\" \"artist:gen hoshino^0.5\""
          + " --less genre:jazz --target-tempo 120, or segue recommend --user ann"
    },
    mixinStandardHelpOptions = true,
    modelTransformer = TargetOptions.class)
final class RecommendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Mixin private WishesOptions wishes;
  @Mixin private ListenerOptions listener;

  @Option(names = "-k", paramLabel = "K", description = "How many, 1 to 100 (default: 10).")
  private String k;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "More: what the answer before gave.")
  private String cursor;

  @Override
  public Integer call() throws IOException {
    Map<String, List<String>> parameters = wishes.parameters(spec);
    SearchCommand.put(parameters, "k", k);
    SearchCommand.put(parameters, "cursor", cursor);
    listener.put(parameters);
    if (!wishes.hasSeeds() && !listener.isSomebody()) {
      throw new ParameterException(
          spec.commandLine(),
          "Say what it shall be like (songs, artists, genres), or for whom (--user, --listened).");
    }
    try (Engine engine = common.open();
        Snapshot snapshot = engine.snapshot()) {
      RecommendationsJson answer =
          RecommendationApi.recommendations(
              snapshot,
              new WishesQuestion(wishes.seeds(snapshot), new Parameters(parameters)),
              listener);
      Output out = common.output();
      out.answer(answer, it -> write(it, out));
      return Main.DONE;
    }
  }

  private void write(RecommendationsJson answer, Output out) {
    out.line(
        "%s",
        answer.basis() == null
            ? WishesOptions.heading(answer.seeds(), answer.space())
            : answer.basis().whyStrategy());
    TrackLines lines = new TrackLines(out);
    for (HitJson hit : answer.tracks()) {
      lines.write(List.of(hit), 3);
      out.line(
          "       %s",
          hit.reasons().stream().map(ReasonJson::text).collect(Collectors.joining(" · ")));
    }
    if (answer.whyFewer() != null) {
      common.tell(WishesOptions.whyFewer(answer.pool(), answer.whyFewer()));
    }
    if (answer.nextCursor() != null) {
      common.tell("More: --cursor " + answer.nextCursor());
    }
  }
}
